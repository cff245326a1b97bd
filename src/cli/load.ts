/** Finds and reads sources and knowledge files. What cannot be read becomes a problem; the rest goes on. */
import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Corpus } from '../core/corpus';
import { decodeSource } from '../core/decode';
import { type Knowledge, mergeKnowledge } from '../core/knowledge';
import { parseKnowledge } from '../core/knowledge-parse';
import type { Problem } from '../core/model';
import { missingSources } from '../core/queries/missing-sources';
import type { Progress } from './output';

const KNOWLEDGE_FILE = 'dossier.yaml';
const IGNORED_FOLDERS = new Set(['node_modules']);

export interface Loaded {
  readonly corpus: Corpus;
  /** Of reading; those of the sources' contents stand in the corpus' extraction. */
  readonly problems: readonly Problem[];
  /** The texts of everything read, by path: for line numbers. */
  readonly texts: ReadonlyMap<string, string>;
  /** The knowledge files as they were read. */
  readonly knowledgeTexts: string;
}

/**
 * @param paths files and folders, as given on the command line; folders are searched for `*.txt`
 * @param knowledgeFile used instead of the `dossier.yaml` at the root of each folder
 * @param before what was read of the same paths earlier: its corpus is brought up to date, at the cost of what has changed
 */
export async function load(
  paths: readonly string[],
  knowledgeFile: string | undefined,
  progress: Progress,
  before?: Loaded,
): Promise<Loaded> {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const files = new Set<string>();
  const folders = new Set<string>();
  const whole = new Set<string>();
  for (const given of paths) {
    const found = await find(given, problems);
    for (const file of found.files) files.add(file);
    folders.add(found.folder);
    if (found.whole) whole.add(join(found.folder, KNOWLEDGE_FILE));
  }

  const corpus = before?.corpus ?? new Corpus();
  const parts = await loadKnowledge([...folders], knowledgeFile, texts, problems);
  const knowledgeTexts = JSON.stringify([...texts]);
  if (knowledgeTexts !== before?.knowledgeTexts) corpus.setKnowledge(mergeKnowledge(parts));
  for (const { knowledge, folder, file } of parts) {
    // Of single files nobody expects that they are all there are.
    if (!whole.has(file)) continue;
    const missing = missingSources(knowledge, (source) => files.has(folder + source));
    problems.push(...missing.map((p) => ({ ...p, path: file })));
  }
  let done = 0;
  for (const file of files) {
    progress(`Reading ${++done} of ${files.size}`, files.size);
    const text = await readText(file, problems);
    if (text === null) continue;
    texts.set(file, text);
    corpus.set(file, text);
  }
  progress(null, files.size);
  for (const file of corpus.paths) if (!texts.has(file)) corpus.delete(file);
  return { corpus, problems, texts, knowledgeTexts };
}

async function find(given: string, problems: Problem[]): Promise<{ files: string[]; folder: string; whole: boolean }> {
  const start = slashes(given);
  try {
    if ((await fs.stat(given)).isDirectory()) {
      const files = await search(start === '/' ? start : start.replace(/\/$/, ''), problems);
      if (files.length === 0)
        problems.push(problem('no-sources', 'warning', 'There is no *.txt file in this folder.', start));
      return { files, folder: start, whole: true };
    }
    return { files: [start], folder: slashes(path.dirname(given)), whole: false };
  } catch (error) {
    problems.push(unreadable(start, error));
    return { files: [], folder: slashes(path.dirname(given)), whole: false };
  }
}

async function search(folder: string, problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  let entries;
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(folder, error));
    return files;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !IGNORED_FOLDERS.has(entry.name))
        files.push(...(await search(child, problems)));
    } else if (isFile(entry) && entry.name.toLowerCase().endsWith('.txt')) files.push(child);
  }
  return files;
}

/** A link may lead to a file; a pipe or a device could be read for ever. */
function isFile(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}

interface KnowledgePart {
  readonly knowledge: Knowledge;
  /** Empty, or with a slash at its end. */
  readonly folder: string;
  readonly file: string;
}

async function loadKnowledge(
  folders: readonly string[],
  given: string | undefined,
  texts: Map<string, string>,
  problems: Problem[],
): Promise<KnowledgePart[]> {
  const candidates = given === undefined ? folders.map((f) => join(f, KNOWLEDGE_FILE)) : [slashes(given)];
  const parts: KnowledgePart[] = [];
  for (const file of candidates) {
    if (given === undefined && !(await exists(file))) continue;
    const text = await readText(file, problems);
    if (text === null) continue;
    texts.set(file, text);
    const parsed = parseKnowledge(text);
    problems.push(...parsed.problems.map((p) => ({ ...p, path: file })));
    const folder = slashes(path.dirname(file));
    parts.push({ knowledge: parsed.knowledge, folder: folder === '.' ? '' : `${folder}/`, file });
  }
  return parts;
}

async function readText(file: string, problems: Problem[]): Promise<string | null> {
  try {
    const decoded = decodeSource(await fs.readFile(file));
    if (decoded.ok) return decoded.text;
    problems.push(problem(decoded.code, 'error', decoded.message, file));
  } catch (error) {
    problems.push(unreadable(file, error));
  }
  return null;
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

function unreadable(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file or folder.',
    EACCES: 'Reading it is not permitted.',
    EISDIR: 'It is a folder.',
  };
  return problem('unreadable', 'error', reasons[code] ?? `It cannot be read: ${String(error)}`, file);
}

function problem(code: string, severity: Problem['severity'], message: string, file: string): Problem {
  return { code, severity, message, path: file, start: null, end: null };
}

function slashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

function join(folder: string, name: string): string {
  return slashes(path.join(folder, name));
}

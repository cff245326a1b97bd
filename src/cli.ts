/** `dossier` on the command line. Exit status: 0 done, 1 problems (`check`) or nothing could be read, 2 wrong usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { exitStatus, listProblems } from './cli/check';
import { FORMATS, type Format, format } from './cli/extract';
import { load } from './cli/load';
import { endOnClosedPipe, plain, print, progress, terminalWidth } from './cli/output';
import { report } from './cli/report';
import { SourcesOnDisk } from './cli/sources';
import { type Command, COMMANDS, OVERVIEW } from './cli/usage';

class UsageError extends Error {}

const COMMON_OPTIONS = { help: { type: 'boolean', short: 'h' }, knowledge: { type: 'string' } } as const;

interface Arguments {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly format: Format;
  readonly knowledge: string | undefined;
  readonly explain: boolean;
  readonly strict: boolean;
}

const OPTIONS: Readonly<Record<Command, NonNullable<ParseArgsConfig['options']>>> = {
  extract: { ...COMMON_OPTIONS, format: { type: 'string' }, explain: { type: 'boolean' } },
  report: COMMON_OPTIONS,
  check: { ...COMMON_OPTIONS, strict: { type: 'boolean' } },
  mcp: COMMON_OPTIONS,
};

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

function parse(command: Command, args: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS[command], allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values } = parsed;
  const as = FORMATS.find((f) => f === (values['format'] ?? 'json'));
  if (as === undefined)
    throw new UsageError(`--format takes ${FORMATS.join(' or ')}, not '${String(values['format'])}'.`);
  if (parsed.positionals.length === 0 && values['help'] !== true)
    throw new UsageError('Which sources? Give files or folders.');
  return {
    paths: parsed.positionals,
    help: values['help'] === true,
    format: as,
    knowledge: typeof values['knowledge'] === 'string' ? values['knowledge'] : undefined,
    explain: values['explain'] === true,
    strict: values['strict'] === true,
  };
}

async function run(command: Exclude<Command, 'mcp'>, args: Arguments): Promise<number> {
  const { corpus, problems: reading, texts } = await load(args.paths, args.knowledge, progress);
  const extraction = corpus.extraction;
  const problems = [...reading, ...extraction.problems];
  if (command !== 'check') {
    for (const p of reading)
      if (p.severity === 'error') process.stderr.write(`dossier: ${plain(p.path ?? '')}: ${plain(p.message)}\n`);
  }
  switch (command) {
    case 'extract':
      await print(format({ ...extraction, problems }, args.format, args.explain));
      break;
    case 'report':
      await print(report({ ...extraction, problems }, texts, terminalWidth()));
      break;
    case 'check':
      await print(listProblems(problems, texts));
      return exitStatus(problems, args.strict);
  }
  return extraction.documents.length === 0 && problems.some((p) => p.severity === 'error') ? 1 : 0;
}

async function main(argv: readonly string[]): Promise<number> {
  const [word, ...rest] = argv;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    await print([OVERVIEW + '\n']);
    return word === undefined ? 2 : 0;
  }
  if (!isCommand(word)) throw new UsageError(`There is no command '${word}'. Try dossier --help.`);
  const args = parse(word, rest);
  if (args.help) {
    await print([COMMANDS[word] + '\n']);
    return 0;
  }
  return word === 'mcp' ? serve(args) : run(word, args);
}

/** Answers until standard input ends. What speaks the protocol is loaded for this only. */
async function serve({ paths, knowledge }: Arguments): Promise<number> {
  const { serveTools } = await import('./mcp.js');
  const sources = new SourcesOnDisk(paths, knowledge);
  await serveTools((question, input) => sources.ask(question, input));
  return 0;
}

endOnClosedPipe();
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`dossier: ${plain(error.message)}\n`);
    process.exitCode = 2;
  },
);

import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as ids from '../../src/vscode/ids';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string }[];
    readonly languages: readonly { id: string }[];
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly semanticTokenTypes: readonly { id: string }[];
    readonly semanticTokenModifiers: readonly { id: string }[];
    readonly colors: readonly { id: string }[];
  };
  readonly activationEvents: readonly string[];
}

/** What people can run or set stands in package.json and in `ids.ts`; neither may name what the other does not. */
describe('ids', () => {
  const text = fs.readFileSync('package.json', 'utf8');
  const { contributes, activationEvents } = JSON.parse(text) as Manifest;
  const same = (declared: readonly string[], known: readonly string[]): void => {
    assert.deepEqual([...declared].sort(), [...known].sort());
  };
  const views = Object.keys(ids.VIEWS) as ids.ViewName[];

  it('of commands', () => {
    const filters = views.flatMap((v) => [ids.filterCommand(v), ids.clearFilterCommand(v)]);
    same(
      contributes.commands.map((c) => c.command),
      [...Object.values(ids.COMMANDS), ...filters],
    );
  });

  it('of views and their container', () => {
    same(Object.keys(contributes.views), [ids.CONTAINER]);
    same(
      contributes.viewsContainers.activitybar.map((c) => c.id),
      [ids.CONTAINER],
    );
    same(
      (contributes.views[ids.CONTAINER] ?? []).map((v) => v.id),
      Object.values(ids.VIEWS),
    );
  });

  it('of settings', () => {
    same(
      Object.keys(contributes.configuration.properties),
      Object.values(ids.SETTINGS).map((s) => `${ids.SECTION}.${s}`),
    );
  });

  it('of the language, semantic tokens and colors', () => {
    same(
      contributes.languages.map((l) => l.id),
      [ids.LANGUAGE],
    );
    same(
      contributes.semanticTokenTypes.map((t) => t.id),
      ids.TOKEN_TYPES,
    );
    same(
      contributes.semanticTokenModifiers.map((t) => t.id),
      ids.TOKEN_MODIFIERS,
    );
    same(
      contributes.colors.map((c) => c.id),
      Object.values(ids.COLORS),
    );
  });

  it('of context keys: every one that the manifest asks for is set somewhere', () => {
    const ours = [...Object.values(ids.CONTEXT_KEYS), ...views.map(ids.filteredKey)];
    const notKeys = [...Object.values(ids.VIEWS), ids.LANGUAGE];
    const asked = [...text.matchAll(/"(?:when|enablement)": "([^"]*)"/gu)].flatMap((m) =>
      [...(m[1] ?? '').matchAll(/dossier\.[\w.]+/gu)].map((k) => k[0]),
    );
    assert.ok(asked.length > 0);
    assert.deepEqual(
      [...new Set(asked)].filter((k) => !ours.includes(k) && !notKeys.includes(k)),
      [],
    );
  });

  it('of the knowledge file in activation events', () => {
    assert.ok(activationEvents.includes(`workspaceContains:**/${ids.KNOWLEDGE_FILE}`));
  });

  it('of strings: every one that package.json names is there, and no other', () => {
    const strings = JSON.parse(fs.readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    same([...new Set([...text.matchAll(/"%([^%"]+)%"/gu)].map((m) => m[1] ?? ''))], Object.keys(strings));
  });
});

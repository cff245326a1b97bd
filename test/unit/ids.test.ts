import assert from 'node:assert/strict';
import fs from 'node:fs';
import { EVENT_TYPES } from '../../src/core/model';
import { inputsOf, QUESTIONS } from '../../src/core/queries/answers-filter';
import * as ids from '../../src/vscode/ids';

interface Setting {
  readonly markdownDescription?: string;
  readonly scope?: string;
}

interface Tool {
  readonly name: string;
  readonly inputSchema: { readonly properties: Readonly<Record<string, { description?: string; enum?: string[] }>> };
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly languages: readonly { id: string }[];
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string }[] };
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly keybindings?: readonly unknown[];
    readonly languageModelTools: readonly Tool[];
    readonly walkthroughs: readonly {
      steps: readonly { completionEvents: readonly string[]; media: { svg: string } }[];
    }[];
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

  it('of commands, all under one category and none on a key of its own', () => {
    assert.deepEqual(new Set(contributes.commands.map((c) => c.category)), new Set(['Dossier']));
    assert.equal(contributes.keybindings, undefined);
  });

  it('of tools for chats, with every input that is read described', () => {
    same(
      contributes.languageModelTools.map((t) => t.name),
      Object.values(ids.TOOLS),
    );
    for (const question of QUESTIONS) {
      const tool = contributes.languageModelTools.find((t) => t.name === ids.TOOLS[question]);
      const properties = tool?.inputSchema.properties ?? {};
      same(Object.keys(properties), inputsOf(question));
      for (const [name, { description }] of Object.entries(properties)) assert.ok(description, `${question}: ${name}`);
    }
    const events = contributes.languageModelTools.find((t) => t.name === ids.TOOLS.events);
    assert.deepEqual(events?.inputSchema.properties['type']?.enum, EVENT_TYPES);
  });

  it('of the walkthrough: its pictures are there, its commands are known', () => {
    const known: readonly string[] = [...contributes.commands.map((c) => c.command), ...Object.values(ids.VIEWS)];
    const steps = contributes.walkthroughs.flatMap((w) => w.steps);
    assert.ok(steps.length > 0);
    for (const { completionEvents, media } of steps) {
      assert.ok(fs.existsSync(media.svg), media.svg);
      const ours = completionEvents.flatMap((e) => /^on(?:Command|View):(dossier\..*)$/u.exec(e)?.[1] ?? []);
      assert.deepEqual(
        ours.filter((id) => !known.includes(id)),
        [],
      );
    }
    const strings = JSON.parse(fs.readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    const linked = Object.values(strings).flatMap((s) =>
      [...s.matchAll(/\(command:(dossier\.[\w.]+)\)/gu)].map((m) => m[1]),
    );
    assert.deepEqual(
      linked.filter((id) => id === undefined || !known.includes(id)),
      [],
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
    const settings = contributes.configuration.flatMap((group) => Object.entries(group.properties));
    same(
      settings.map(([name]) => name),
      Object.values(ids.SETTINGS).map((s) => `${ids.SECTION}.${s}`),
    );
    for (const [name, { markdownDescription, scope }] of settings) {
      assert.ok(markdownDescription, `${name} is not described`);
      assert.ok(scope, `${name} has no scope`);
    }
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
    const asked = [...text.matchAll(/"(?:when|enablement)": "([^"]*)"|"onContext:([^"]*)"/gu)].flatMap((m) =>
      [...(m[1] ?? m[2] ?? '').matchAll(/dossier\.[\w.]+/gu)].map((k) => k[0]),
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

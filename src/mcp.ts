/** The tools of `dossier mcp` by the Model Context Protocol, over standard input and output. Loaded by that command only. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { contributes, displayName, version } from '../package.json';
import strings from '../package.nls.json';
import type { Answered, Question } from './core/queries/answers';
import { QUESTIONS } from './core/queries/answers-filter';

const INSTRUCTIONS =
  'Finds people, events, figures and quotations in a folder of news reports, offline and by rules. ' +
  'Paths are as given to the command. Read the quoted words before you rely on a result, and cite path and line.';

/** The same tools as in VS Code: names, descriptions and inputs stand in package.json. */
const TOOLS: readonly { readonly question: Question; readonly tool: Tool }[] = contributes.languageModelTools.flatMap(
  ({ name, displayName: title, modelDescription: description, inputSchema }) => {
    const question = QUESTIONS.find((q) => name.endsWith(`_${q}`));
    if (question === undefined) return [];
    const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    const tool: Tool = {
      name,
      title: localized(title),
      description,
      inputSchema: { ...inputSchema, type: 'object' },
      annotations,
    };
    return [{ question, tool }];
  },
);

function localized(text: string): string {
  const table: Readonly<Record<string, string>> = strings;
  return table[text.replaceAll('%', '')] ?? text;
}

/** Serves until standard input ends. */
export async function serveTools(ask: (question: Question, input: unknown) => Promise<Answered>): Promise<void> {
  const { server } = new McpServer(
    { name: 'dossier', title: displayName, version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(({ tool }) => tool) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const known = TOOLS.find(({ tool }) => tool.name === params.name);
    if (known === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    const answered = await ask(known.question, params.arguments ?? {});
    if ('error' in answered) return { content: [{ type: 'text', text: answered.error }], isError: true };
    const { answer } = answered;
    return { content: [{ type: 'text', text: JSON.stringify(answer, null, 1) }], structuredContent: { ...answer } };
  });
  await server.connect(new StdioServerTransport());
}

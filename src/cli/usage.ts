/** The help texts. */

const COMMON = `
PATH is a source (a plain-text report) or a folder, which is searched for *.txt.
What is known beforehand is read from the dossier.yaml at the root of each folder.`;

export const COMMANDS = {
  extract: `Usage: dossier extract PATH... [--format json|jsonl] [--knowledge FILE] [--explain]

Prints who, when, how many and what happened in the sources, linked across all of them, as JSON.
${COMMON}

  --format json|jsonl  one object (the default), or one line for each document, entity, event, series and problem
  --knowledge FILE     use this knowledge file instead of dossier.yaml
  --explain            say for each annotation which rule found it
  -h, --help           print this`,
  report: `Usage: dossier report PATH... [--knowledge FILE]

Prints for a person: sources with their dates, officials by country, events by date, figures compared.
${COMMON}

  --knowledge FILE  use this knowledge file instead of dossier.yaml
  -h, --help        print this`,
  check: `Usage: dossier check PATH... [--strict] [--knowledge FILE]

Prints problems, one a line: path:line:column: severity code message.
Exits with 1 if there is an error.
${COMMON}

  --strict          exit with 1 also if there is a warning
  --knowledge FILE  use this knowledge file instead of dossier.yaml
  -h, --help        print this`,
  mcp: `Usage: dossier mcp PATH... [--knowledge FILE]

Answers a chat or another program over standard input and output, by the Model Context Protocol: officials, events, figures and
quotations, each with the exact places that say so. Reads only; files that change are read again at the next question.
${COMMON}

  --knowledge FILE  use this knowledge file instead of dossier.yaml
  -h, --help        print this

To register it with a client that takes the usual JSON:

  { "mcpServers": { "dossier": { "command": "dossier", "args": ["mcp", "/absolute/path/of/the/sources"] } } }`,
} as const;

export type Command = keyof typeof COMMANDS;

export const OVERVIEW = `Usage: dossier COMMAND PATH...

Reads folders of plain-text news reports, offline.

  dossier extract PATH...  prints everything found, as JSON
  dossier report PATH...   prints a report for a person
  dossier check PATH...    prints problems, one a line
  dossier mcp PATH...      answers a chat or another program (Model Context Protocol)

dossier COMMAND --help says more.`;

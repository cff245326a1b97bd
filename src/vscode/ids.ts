/** Every id that package.json declares, once in code. A unit test holds these tables against the manifest. */

/** The language of sources. */
export const LANGUAGE = 'news-source';

/** The knowledge file's name; a folder that holds one is a dossier. */
export const KNOWLEDGE_FILE = 'dossier.yaml';

/** Commands that package.json declares, so that people can run them. */
export const COMMANDS = {
  start: 'dossier.start',
  openPlace: 'dossier.openPlace',
  openPlaceToSide: 'dossier.openPlaceToSide',
  copyCitation: 'dossier.copyCitation',
  reveal: 'dossier.reveal',
  explain: 'dossier.explain',
  setSourceDate: 'dossier.setSourceDate',
  acceptInferredDates: 'dossier.acceptInferredDates',
  refresh: 'dossier.refresh',
  sortEventsNewestFirst: 'dossier.sortEventsNewestFirst',
  sortEventsOldestFirst: 'dossier.sortEventsOldestFirst',
  showTimeline: 'dossier.showTimeline',
  showFigures: 'dossier.showFigures',
  showNetwork: 'dossier.showNetwork',
  compareSources: 'dossier.compareSources',
  toggleHints: 'dossier.toggleHints',
} as const;

/** Commands that only links and lenses of ours run. */
export const INTERNAL_COMMANDS = {
  peek: 'dossier.internal.peek',
  followLink: 'dossier.internal.followLink',
  explainProblem: 'dossier.internal.explainProblem',
} as const;

/** Tools that chats may use. */
export const TOOLS = {
  officials: 'dossier_officials',
  events: 'dossier_events',
  figures: 'dossier_figures',
  quotations: 'dossier_quotations',
} as const;

/** The container of the side panel. */
export const CONTAINER = 'dossier';

export const VIEWS = {
  officials: 'dossier.officials',
  events: 'dossier.events',
  figures: 'dossier.figures',
  sources: 'dossier.sourcesView',
} as const;

export type ViewName = keyof typeof VIEWS;

/** Commands in the title of each view. */
export const filterCommand = (view: ViewName): string => `dossier.filter.${view}`;
export const clearFilterCommand = (view: ViewName): string => `dossier.clearFilter.${view}`;

/** Pictures in panels: the type of the web view and the command that opens it, by the name of the page. */
export const PANELS = {
  timeline: 'dossier.timeline',
  figures: 'dossier.figuresOverTime',
  network: 'dossier.network',
  comparison: 'dossier.comparison',
} as const;
export const PANEL_COMMANDS = {
  timeline: COMMANDS.showTimeline,
  figures: COMMANDS.showFigures,
  network: COMMANDS.showNetwork,
  comparison: COMMANDS.compareSources,
} as const;

/** The section of all settings, and the settings below it. */
export const SECTION = 'dossier';
export const SETTINGS = {
  sources: 'sources',
  explain: 'hover.explain',
  problemSeverity: 'problems.severity',
  lensFigures: 'codeLens.figures',
  lensSource: 'codeLens.source',
  references: 'references.include',
  hintDates: 'inlayHints.dates',
  hintReferents: 'inlayHints.referents',
  hintDifferences: 'inlayHints.differences',
} as const;

export const CONTEXT_KEYS = {
  /** True where the workspace holds a dossier. */
  active: 'dossier.active',
  /** True as soon as the folders have been looked through. */
  searched: 'dossier.searched',
  eventsNewestFirst: 'dossier.eventsNewestFirst',
  /** True once a card was shown: the walkthrough ticks that off. */
  cardShown: 'dossier.cardShown',
} as const;

/** True while the view shows only what matches its filter. */
export const filteredKey = (view: ViewName): string => `dossier.filtered.${view}`;

/** `viewItem` of tree nodes that a place in a text stands behind, and of those that are sources. */
export const TREE_ITEMS = { place: 'place', source: 'source' } as const;

/** Semantic token types and modifiers. */
export const TOKEN_TYPES = ['person', 'organization', 'place', 'figure', 'date'] as const;
export const TOKEN_MODIFIERS = ['reference'] as const;

/** Theme colors. */
export const COLORS = { placeHighlight: 'dossier.placeHighlightBackground' } as const;

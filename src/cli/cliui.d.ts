/** The part of `cliui` that the report uses; the package brings no types. */
declare module 'cliui' {
  interface Column {
    readonly text: string;
    readonly width?: number;
    /** Top, right, bottom, left. */
    readonly padding?: readonly [number, number, number, number];
  }
  interface Rows {
    div(...columns: readonly Column[]): unknown;
    toString(): string;
  }
  export default function cliui(options: { readonly width: number; readonly wrap: boolean }): Rows;
}

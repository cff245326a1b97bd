import soleOffices from './sole-offices.yaml';

let built: ReadonlySet<string> | undefined;

/** Offices of a state that one person holds at a time. */
export function soleOfficeTitles(): ReadonlySet<string> {
  return (built ??= new Set((soleOffices as { readonly titles: readonly string[] }).titles));
}

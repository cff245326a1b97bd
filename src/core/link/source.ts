import type { SourceAnnotations } from '../annotations';

/** One source as the linkers see it. */
export interface LinkSource {
  /** With forward slashes; unique. */
  readonly path: string;
  /** Configured date of publication, ISO, or null. */
  readonly configured: string | null;
  readonly annotations: SourceAnnotations;
}

import { byAfter, byBefore, byDateline, byLead, byQuotationMarks } from './context-evidence';
import type { CutSegment } from './segments';
import type { Survey } from './survey';
import { byOfficeOf, byPlatform, byReporting } from './relations';
import { byScore } from './scores';
import { byTagger } from './tagged';
import { byGazetteer, byGivenName, byHead, byShape } from './word-evidence';

/** One source of evidence; each adds to a segment what it knows. */
type EvidenceSource = (survey: Survey, cut: CutSegment) => void;

export const SOURCES: readonly EvidenceSource[] = [
  byGazetteer,
  byGivenName,
  byShape,
  byHead,
  byLead,
  byBefore,
  byAfter,
  byQuotationMarks,
  byDateline,
  byReporting,
  byOfficeOf,
  byPlatform,
  byScore,
  byTagger,
];

import assert from 'node:assert/strict';
import { annotate } from '../../../src/core/annotate';
import { NO_KNOWLEDGE } from '../../../src/core/knowledge';
import { folds, selectionSpans } from '../../../src/core/queries/spans';
import { contains, LineTable } from '../../../src/core/text';
import { testCases } from '../cases';

const CURSOR = '^';

/** A case is a text with `^` where the cursor stands: ever more of the text; `¶` is a line's end. */
testCases('selections', (text) => {
  const offset = text.indexOf(CURSOR);
  assert.ok(offset >= 0);
  const source = text.slice(0, offset) + text.slice(offset + 1);
  const spans = selectionSpans(annotate(source, NO_KNOWLEDGE), offset);
  for (const [i, span] of spans.entries()) {
    const inner = spans[i - 1];
    assert.ok(inner === undefined || (contains(span, inner) && span.end - span.start > inner.end - inner.start));
  }
  return spans.map((s) => source.slice(s.start, s.end).replaceAll('\n', '¶'));
});

/** A case is a text: what folds, by lines counted from 0. */
testCases('folds', (text) =>
  folds(annotate(text, NO_KNOWLEDGE), new LineTable(text)).map((f) => `${f.first}-${f.last} ${f.kind}`),
);

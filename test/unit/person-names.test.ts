import { compatibleNames, parsePersonName } from '../../src/core/annotators/coreference/person-names';
import { testCases } from './cases';

testCases('person-names', (text) =>
  text.split('\n').map((pair) => {
    const [a = '', b = ''] = pair.split('|').map((n) => parsePersonName(n));
    return typeof a === 'string' || typeof b === 'string' ? '' : compatibleNames(a, b) ? 'one' : 'two';
  }),
);

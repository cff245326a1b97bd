/** What the tables know of a word, as bits. Apart from the table itself, which the build computes with them. */

export const COMMON = 1;
export const WORD = 2;
export const FEMALE = 4;
export const MALE = 8;
export const FAMILY = 16;
export const GIVEN = FEMALE | MALE;

/** From this bit on stand the classes that the tagger knows. */
export const CLASSES = 5;

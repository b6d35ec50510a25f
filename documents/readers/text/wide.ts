/** Characters as wide as they are high: Chinese, its punctuation, and quotation marks as Chinese sets them. For a regular expression. */
export const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’]';

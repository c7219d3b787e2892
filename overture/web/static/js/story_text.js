// How the text of a story is coloured in its editor, and what the editor wears.

import { EditorView, HighlightStyle, StreamLanguage, tags } from "./codemirror.js";

// --- the language: front matter, then text with tags and expressions ----------------------------------------------

const TAG = /^(if|elif|else|endif|for|endfor|set|endset|beat|endbeat|abort|in|and|or|not|is|defined)\b/;

export const language = StreamLanguage.define({
  name: "story",
  startState: () => ({ fences: 0, inside: "" }),
  token(stream, state) {
    if (state.inside) return inside(stream, state);
    if (stream.sol() && stream.match(/^---\s*$/)) { state.fences += 1; return "meta"; }
    const opened = stream.match(/^\{\{-?|^\{%-?|^\{#/);
    if (opened) {
      state.inside = { "{{": "}}", "{%": "%}", "{#": "#}" }[opened[0].slice(0, 2)];
      return state.inside === "#}" ? "comment" : "bracket";
    }
    if (state.fences === 1) {
      if (stream.sol() && stream.match(/^\s*[\w-]+(?=:)/)) return "propertyName";
      if (stream.match(/^\s+#.*/)) return "comment";
    }
    stream.next();
    stream.match(/^[^{\n]+?(?=\{|\s#|$)/);
    return null;
  },
});

function inside(stream, state) {
  if (stream.match(state.inside) || stream.match(`-${state.inside}`)) {
    const comment = state.inside === "#}";
    state.inside = "";
    return comment ? "comment" : "bracket";
  }
  if (state.inside === "#}") { stream.next(); return "comment"; }
  if (stream.match(/^"[^"]*"|^'[^']*'/)) return "string";
  if (stream.match(/^\|\s*\w+/)) return "operator";
  if (stream.match(TAG)) return "keyword";
  if (stream.match(/^[a-z_][\w.]*/)) return "variableName";
  stream.next();
  return null;
}

export const colours = HighlightStyle.define([
  { tag: tags.meta, color: "var(--muted)" },
  { tag: tags.propertyName, color: "var(--muted)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.bracket, color: "var(--accent)" },
  { tag: tags.variableName, color: "var(--accent)" },
  { tag: tags.keyword, color: "var(--text)", fontWeight: "600" },
  { tag: tags.operator, color: "var(--ok)" },
  { tag: tags.string, color: "var(--warn)" },
]);

export const dress = EditorView.theme({
  "&": { blockSize: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--sunken) 70%, transparent)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: "var(--mark)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1.5px", textDecorationSkipInk: "none" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn) 1px", textDecorationSkipInk: "none" },
  ".cm-lint-marker": { inlineSize: "12px", blockSize: "12px" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--control)", borderRadius: "4px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { color: "inherit", opacity: ".8" },
  ".cm-diagnostic": { padding: "6px 10px", borderLeft: "3px solid var(--warn)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-matchingBracket": { backgroundColor: "var(--mark)", color: "inherit" },
});

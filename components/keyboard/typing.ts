const writable = "input, textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const ticked = "input[type=checkbox], input[type=radio], input[type=button], input[type=submit]";

/**
 * Whether a key belongs to what is being written: in a field, while an input method composes, in a dialog that
 * lies over the page, or because something nearer has taken it.
 */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return true;
  if (document.querySelector("dialog:modal")) return true;
  const { target } = event;
  return target instanceof Element && target.matches(writable) && !target.matches(ticked);
}

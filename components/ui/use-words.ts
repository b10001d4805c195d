import { useMessages, useTranslations } from "next-intl";
import { useMemo } from "react";

const known = new WeakMap<object, Map<string, string>>();

/**
 * The words of a namespace, none with a placeholder. They are remembered as long as their dictionary: looking one up
 * costs a hundred times more, and a table says each of few words often.
 */
export function useWords(namespace: string): (key: string) => string {
  const t = useTranslations(namespace);
  const messages = useMessages();
  return useMemo(() => {
    const words = known.get(messages) ?? new Map<string, string>();
    known.set(messages, words);
    return (key) => {
      const name = `${namespace}.${key}`;
      const word = words.get(name) ?? t(key);
      words.set(name, word);
      return word;
    };
  }, [t, messages, namespace]);
}

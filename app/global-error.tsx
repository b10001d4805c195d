"use client";

import { errorReference } from "@/components/layout/error-reference";
import { Button } from "@/components/ui/button";
import "./globals.css";

// The last resort: the layout itself failed, so there is no dictionary and no chosen language.
const words = [
  { lang: "en", title: "Kakehashi could not be shown", retry: "Try again" },
  { lang: "ja", title: "Kakehashi を表示できませんでした", retry: "再試行" },
  { lang: "zh-Hans", title: "无法显示 Kakehashi", retry: "重试" },
];

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = errorReference(error);
  return (
    <html lang="en">
      <body>
        <title>Kakehashi</title>
        <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 px-4 py-10">
          {words.map(({ lang, title, retry: again }) => (
            <div key={lang} lang={lang} className="grid justify-items-start gap-2">
              <h1>{title}</h1>
              <Button onClick={retry}>{again}</Button>
            </div>
          ))}
          {reference && (
            <p className="text-sm text-ink-3">
              Reference · <span lang="ja">照会番号</span> · <span lang="zh-Hans">参考编号</span>{" "}
              <code className="text-ink select-all">{reference}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

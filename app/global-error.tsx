"use client";

import { errorReference } from "@/components/layout/error-reference";
import "./global-error.css";

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
        <main>
          {words.map(({ lang, title, retry: again }) => (
            <div key={lang} lang={lang}>
              <h1>{title}</h1>
              <button type="button" onClick={retry}>
                {again}
              </button>
            </div>
          ))}
          {reference && (
            <p>
              Reference · 照会番号 · 参考编号 <code>{reference}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

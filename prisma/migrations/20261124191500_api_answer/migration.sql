-- What was answered to a request that names itself (Idempotency-Key): written in the transaction of the write it
-- answers, so that there is one exactly if the write is there. Kept for a day.

CREATE TABLE "api_answer" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("user_id","key"),
    CONSTRAINT "api_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "api_answer_expires_at_idx" ON "api_answer"("expires_at");

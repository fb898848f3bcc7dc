/**
 * The first form of the database.
 *
 * event.prev: SHA-256 over the row before it in the same run (see chain.ts); run.tip: the same over its last row, so that
 * a changed or missing last row is seen too. Times are milliseconds since 1970, UTC.
 * text: big texts of events under their SHA-256, for ever, and sources' answers under 'source:…' until they expire. They
 * share a table because each one costs two pages of 16 KiB in every database, also when it is empty.
 * body: as it is, or, when `size` is set, that many bytes of UTF-8 deflated in zlib's format. The views unpack them in
 * the sqlite3 shell, which brings sqlar_uncompress; the program itself never reads them.
 */
export const start = `
  CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    tip BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    driver_pid INTEGER,
    driver_started TEXT,
    driver_host TEXT
  ) STRICT;

  CREATE TABLE event (
    pos INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run (key),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    prev BLOB NOT NULL,
    size INTEGER,
    body ANY NOT NULL,
    UNIQUE (run, seq)
  ) STRICT;

  CREATE TABLE text (
    key TEXT PRIMARY KEY,
    expires_at REAL,
    size INTEGER,
    body ANY NOT NULL
  ) STRICT;

  CREATE TABLE source_limit (
    host TEXT PRIMARY KEY,
    next_free REAL NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE VIEW event_plain AS
    SELECT pos, run.name AS run, seq, strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch') AS at,
      CASE WHEN size IS NULL THEN body ELSE CAST(sqlar_uncompress(body, size) AS TEXT) END AS body
    FROM event JOIN run ON run.key = event.run ORDER BY pos;

  CREATE VIEW text_plain AS
    SELECT key, CASE WHEN size IS NULL THEN body ELSE CAST(sqlar_uncompress(body, size) AS TEXT) END AS body FROM text;
`

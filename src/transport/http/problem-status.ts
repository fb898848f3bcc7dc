import type { ErrorCode } from '../../core/error.ts'

/** The status of each way in which the lab refuses. What is not named here is a mistake in what was sent: 400. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  'unknown-run': 404,
  'unknown-question': 409,
  'unknown-agent': 404,
  'missing-file': 404,
  'already-answered': 409,
  'run-ended': 409,
  'run-driven': 409,
  'key-reused': 409,
  'not-here': 409,
  'lost-lease': 409,
  'bad-option': 422,
  'bad-config': 422,
  'bad-topic': 422,
  'unknown-model': 422,
  'missing-secret': 422,
  'missing-package': 422,
  'read-only-token': 403,
  'too-many-runs': 429,
  'database-busy': 503,
  'model-unreachable': 503,
  'model-unavailable': 503,
  'sources-unavailable': 503,
  'bad-answer': 502,
  'bad-record': 500,
  'corrupt-database': 500,
  'newer-database': 500,
  'read-only': 500,
  'disk-full': 507,
}

/** What a refusal of the lab is in HTTP. */
export const statusOf = (code: ErrorCode): number => statuses[code] ?? 400

const own = (status: number, means: string) => ({ status, means })

/** Every way in which HTTP itself refuses. Of several with one status, the first stands for it. */
export const statusOfOwn = {
  'bad-request': own(400, 'The request cannot be read.'),
  'too-deep': own(400, 'The JSON of the body is nested too deep.'),
  'bad-after': own(404, 'The run does not reach that far.'),
  'no-token': own(401, 'The token that was printed when the server started is missing or wrong.'),
  'foreign-host': own(403, 'The request names a Host that this server does not serve.'),
  'foreign-origin': own(403, 'Pages of that Origin may not use this server.'),
  'unknown-path': own(404, 'Nothing is served at that path.'),
  'unknown-entry': own(404, 'The log has no such entry, file or text.'),
  'wrong-method': own(405, 'That path is served, but not with that method.'),
  'too-long': own(413, 'The body is too long.'),
  'not-json': own(415, 'The body must be JSON.'),
  'bad-field': own(422, 'A field of the body is missing or has a value that cannot be used.'),
  'upgrade-required': own(426, 'That path is a WebSocket.'),
  defect: own(500, 'A defect in gal. What it printed says more.'),
  'too-many-streams': own(503, 'Too many streams of events are open.'),
} as const
export type OwnCode = keyof typeof statusOfOwn

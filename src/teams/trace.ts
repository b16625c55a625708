import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** What is traced: a request to the public port, the turn in it, a call to the Bot Connector, an alert. */
export type SpanName = 'receive' | 'turn' | 'send' | 'alert';

/** Attributes are names from the code and numbers: nothing that a member wrote, and nobody's id. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * Runs `act` inside a span of OpenTelemetry, which costs next to nothing while no SDK is set up (TRACING_MODULE). `add`
 * notes what comes out. Of an error only the name is noted: its message may quote what people wrote.
 */
export function traced<T>(name: SpanName, facts: Facts, act: (add: (facts: Facts) => void) => Promise<T>): Promise<T> {
  return trace.getTracer('can-i-post').startActiveSpan(name, { attributes: { ...facts } }, async (span) => {
    try {
      return await act((more) => span.setAttributes({ ...more }));
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

function fail(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

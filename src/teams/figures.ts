import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the edge counts. Labels are names from the code only: nothing that a member wrote, and nobody's id. */
export interface Figures {
  turn(request: string, outcome: 'answered' | 'failed', ms: number): void;
  refused(status: number): void;
  delivery(outcome: string): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** `ofProcess` adds memory, event loop and the like, which costs an observer in the process. */
export function createFigures(ofProcess: boolean): Figures {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Histogram({
    name: 'turn_seconds',
    help: 'Time from an admitted activity to its answer.',
    labelNames: ['request', 'outcome'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const refusals = new Counter({
    name: 'requests_refused_total',
    help: 'Requests that were not let in or could not be read, by HTTP status.',
    labelNames: ['status'],
    registers,
  });
  const deliveries = new Counter({
    name: 'alert_deliveries_total',
    help: 'Alerts handed to the channel, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    turn: (request, outcome, ms) => turns.observe({ request, outcome }, ms / 1_000),
    refused: (status) => refusals.inc({ status }),
    delivery: (outcome) => deliveries.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import { myIncidentsCard } from '../cards/my-incidents.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';

export const myIncidents: Handler<'my-incidents'> = async () => showCard(myIncidentsCard([]));

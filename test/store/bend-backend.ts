import type { Backend } from '../../src/store/backend.ts';

/** A backend with some methods replaced; the others are those of the real one. */
export function bendBackend(backend: Backend, methods: Partial<Backend>): Backend {
  return new Proxy(backend, {
    get(target, name) {
      const own = methods[name as keyof Backend] ?? target[name as keyof Backend];
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

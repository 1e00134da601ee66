import type { Person, Scene } from './telling';

export interface Stage {
  /** Who is seen large: who speaks, and whom the reader pinned. */
  large: Person[];
  /** All others. */
  strip: Person[];
}

/**
 * Who is seen how large. Pinned pictures stay large whoever speaks, such as that of a sign-language interpreter. Oneself is large only if
 * nobody else is there.
 */
export function stage(scene: Scene, me: string | null, pinned: ReadonlySet<string>): Stage {
  const speaker =
    scene.people.find((it) => it.line === scene.large && it.line !== me) ??
    scene.people.find((it) => it.line !== me && it.picture) ??
    scene.people.find((it) => it.line !== me) ??
    scene.people[0];
  const large = scene.people.filter((it) => it === speaker || pinned.has(it.person));
  return { large, strip: scene.people.filter((it) => !large.includes(it)) };
}

/** Whether the microphone may stay on: it goes off when the floor is over, and when the chair mutes. */
export function staysOn(on: boolean, mutes: number, me: Person | undefined): boolean {
  return on && me !== undefined && me.heard && me.mutes <= mutes;
}

import type { Choice } from '../reader/asking';
import type { Lost } from './keeping';

/** What is asked before words of a person are lost. Also asked where the reader's own texts are not loaded. */

export type Answer = 'send' | 'discard' | 'stay';

export type Purpose = 'sign out of the application' | 'sign out' | 'remove';

export interface Question {
  title: string;
  text: string;
  choices: Choice<Answer>[];
}

interface Words {
  unsentTitle: string;
  title: string;
  unsent: string;
  refused: string;
  begun: string;
  signingOut: string;
  removing: string;
  send: string;
  look: string;
  discard: string;
  discardAndSignOut: string;
  keep: string;
  staySignedIn: string;
}

const WORDS: Record<string, Words> = {
  de: {
    unsentTitle: 'Noch nicht übertragene Notizen',
    title: 'Notizen, die nur hier liegen',
    unsent: 'Noch nicht übertragene Änderungen auf diesem Gerät: {0}.',
    refused: 'Vom Server nicht angenommene Änderungen, die nur noch hier stehen: {0}.',
    begun: 'Begonnene, noch nicht gespeicherte Notizen: {0}.',
    signingOut: 'Beim Abmelden werden sie und alle mitgenommenen Unterlagen gelöscht.',
    removing: 'Sie werden mit allen mitgenommenen Unterlagen gelöscht.',
    send: 'Leser öffnen und übertragen',
    look: 'Leser öffnen und ansehen',
    discard: 'Löschen',
    discardAndSignOut: 'Löschen und abmelden',
    keep: 'Behalten',
    staySignedIn: 'Angemeldet bleiben',
  },
  en: {
    unsentTitle: 'Notes that were not sent yet',
    title: 'Notes that lie only here',
    unsent: 'Changes on this device that were not sent yet: {0}.',
    refused: 'Changes that the server did not accept and that stand only here: {0}.',
    begun: 'Notes that were begun and not saved yet: {0}.',
    signingOut: 'Signing out deletes them and all documents taken along.',
    removing: 'They are deleted with all documents taken along.',
    send: 'Open the reader and send them',
    look: 'Open the reader and look at them',
    discard: 'Delete',
    discardAndSignOut: 'Delete and sign out',
    keep: 'Keep',
    staySignedIn: 'Stay signed in',
  },
};

export function questionOf(lost: Lost, purpose: Purpose, language: string): Question {
  const words = WORDS[language] ?? WORDS['de']!;
  const signsOut = purpose !== 'remove';
  const onlyUnsent = lost.refused + lost.begun === 0;
  const counted: [words: string, count: number][] = [
    [words.unsent, lost.unsent],
    [words.refused, lost.refused],
    [words.begun, lost.begun],
  ];
  return {
    title: onlyUnsent ? words.unsentTitle : words.title,
    text: [
      ...counted.filter(([, count]) => count > 0).map(([sentence, count]) => sentence.replace('{0}', String(count))),
      signsOut ? words.signingOut : words.removing,
    ].join(' '),
    choices: [
      ...(purpose === 'sign out of the application'
        ? [{ answer: 'send' as const, words: onlyUnsent ? words.send : words.look }]
        : []),
      { answer: 'stay', words: signsOut ? words.staySignedIn : words.keep, look: 'secondary' },
      { answer: 'discard', words: signsOut ? words.discardAndSignOut : words.discard, look: 'danger' },
    ],
  };
}

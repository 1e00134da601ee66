import assert from 'node:assert/strict';
import { afterEach, test, type TestContext } from 'node:test';
import { JitsiRoom, type JitsiPass } from './jitsi';
import type { Person, Scene } from './telling';

const person = (name: string, rest: Partial<Person> = {}): Person => ({
  line: `line-${name}`,
  person: name,
  name,
  sound: false,
  picture: true,
  heard: false,
  hasFloor: false,
  mutes: 0,
  participant: `jitsi-${name}`,
  ...rest,
});
const scene = (people: Person[], rest: Partial<Scene> = {}): Scene => ({ onlySpeakerHeard: true, people, ...rest });

const opened: JitsiRoom[] = [];
afterEach(() => opened.splice(0).forEach((it) => it.leave()));

/** A Jitsi that does nothing but note what it is told; it says what the test says. */
function jitsi(pass: Partial<JitsiPass> = {}, commands: string[] = []) {
  const told: string[] = [];
  const heard: string[] = [];
  const listeners = new Map<string, (what: never) => void>();
  let options: Record<string, unknown> = {};
  let domain = '';
  let now = 0;
  const room = new JitsiRoom(
    (at, wanted) => {
      domain = at;
      options = wanted;
      return {
        executeCommand: (command, ...what) => void told.push([command, ...what].join(' ')),
        addListener: (event, listener) => void listeners.set(event, listener),
        getSupportedCommands: () => commands,
        dispose: () => void told.push('dispose'),
      };
    },
    { address: 'https://video.example:8443', room: 'abc', token: 'token', moderates: false, ends: false, ...pass },
    'parent',
    { sound: 'Mikrofon', picture: 'Kamera', speaker: null, withPicture: true },
    'de',
    {
      joined: (it) => heard.push(`joined ${it}`),
      shows: (sound, picture) => heard.push(`shows ${sound ? 'sound' : ''}${picture ? 'picture' : ''}`),
      left: () => heard.push('left'),
    },
    () => now,
  );
  opened.push(room);
  return {
    room,
    told,
    heard,
    domain: () => domain,
    options: () => options,
    says: (event: string, what: object = {}) => listeners.get(event)?.(what as never),
    pass: (millis: number) => (now += millis),
    join() {
      this.says('videoConferenceJoined', { id: 'jitsi-Ada' });
      told.length = 0;
      heard.length = 0;
    },
  };
}

test('comes in muted, with the token for this room and the devices that were chosen', () => {
  const it = jitsi();
  assert.equal(it.domain(), 'video.example:8443');
  assert.equal(it.options()['roomName'], 'abc');
  assert.equal(it.options()['jwt'], 'token');
  assert.deepEqual(it.options()['devices'], { audioInput: 'Mikrofon', videoInput: 'Kamera', audioOutput: undefined });
  const config = it.options()['configOverwrite'] as Record<string, unknown>;
  assert.equal(config['startWithAudioMuted'], true);
  assert.equal(config['disableThirdPartyRequests'], true);
  it.says('videoConferenceJoined', { id: 'jitsi-Ada' });
  assert.deepEqual(it.heard, ['joined jitsi-Ada', 'shows picture']);
});

test('whoever may not be heard is muted, and not unmuted by a press; whoever may is by one', () => {
  const it = jitsi();
  it.join();
  it.room.follow(scene([person('Ada')]), 'line-Ada');
  it.room.setSound(true);
  assert.deepEqual(it.told, []);
  it.says('audioMuteStatusChanged', { muted: false }); // by a key within Jitsi
  assert.deepEqual(it.told, ['toggleAudio']);
  it.says('audioMuteStatusChanged', { muted: true });

  it.room.follow(scene([person('Ada', { heard: true })]), 'line-Ada');
  assert.deepEqual(it.told, ['toggleAudio'], 'nobody is unmuted by anybody else');
  it.room.setSound(true);
  assert.deepEqual(it.told, ['toggleAudio', 'toggleAudio']);
  it.says('audioMuteStatusChanged', { muted: false });
  it.room.follow(scene([person('Ada')]), 'line-Ada');
  assert.equal(it.told.length, 3, 'the floor is over');
});

test('whoever may not be heard is not played, nor is anybody of whom no line says who they are', () => {
  const it = jitsi();
  it.join();
  it.says('participantJoined', { id: 'jitsi-Ben' });
  it.says('participantJoined', { id: 'jitsi-Cem' });
  it.says('participantJoined', { id: 'stranger' });
  it.room.follow(scene([person('Ada'), person('Ben', { heard: true }), person('Cem')], { large: 'line-Ben' }), 'line-Ada');
  assert.deepEqual(it.told, [
    'setParticipantVolume jitsi-Ben 0',
    'setParticipantVolume jitsi-Cem 0',
    'setParticipantVolume stranger 0',
    'setParticipantVolume jitsi-Ben 1',
    'setLargeVideoParticipant jitsi-Ben',
  ]);
  it.says('participantJoined', { id: 'jitsi-Ben' });
  assert.equal(it.told.length, 5, 'what is so already is not said again');
});

test('the page of who conducts has Jitsi mute all others, approve who may be heard, and take it back', () => {
  const it = jitsi({ moderates: true }, ['approveParticipant']);
  it.join();
  it.says('participantJoined', { id: 'jitsi-Ben' });
  const all = (heard: boolean, only = true) => scene([person('Ada', { heard: true }), person('Ben', { heard })], { onlySpeakerHeard: only });
  it.room.follow(all(false), 'line-Ada');
  it.room.follow(all(true), 'line-Ada');
  it.room.follow(all(false), 'line-Ada');
  it.room.follow(all(true, false), 'line-Ada');
  it.room.follow(all(false), 'line-Ada');
  const moderation = it.told.filter((said) => !/^set/.test(said));
  assert.deepEqual(moderation, [
    'approveParticipant jitsi-Ben audio',
    'rejectParticipant jitsi-Ben audio',
    'toggleModeration false audio',
    'muteEveryone audio',
    'toggleModeration true audio',
  ]);
  it.says('participantRoleChanged', { id: 'jitsi-Ada', role: 'moderator' });
  assert.equal(it.told.at(-1), 'toggleModeration true audio', 'said again once it is heard');
  it.says('moderationStatusChanged', { mediaType: 'audio', enabled: false }); // somebody else turned it off
  assert.equal(it.told.at(-1), 'toggleModeration true audio');
});

test('older releases ask to unmute where newer ones approve', () => {
  const it = jitsi({ moderates: true });
  it.join();
  it.says('participantJoined', { id: 'jitsi-Ben' });
  it.room.follow(scene([person('Ada'), person('Ben', { heard: true })]), 'line-Ada');
  assert.ok(it.told.includes('askToUnmute jitsi-Ben audio'));
});

test('whoever has no line is removed after a while by the page of who conducts, and by no other one', (context: TestContext) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  for (const moderates of [true, false]) {
    const it = jitsi({ moderates });
    it.join();
    it.says('participantJoined', { id: 'jitsi-Ben' });
    it.says('participantJoined', { id: 'stranger' });
    it.room.follow(scene([person('Ada'), person('Ben')]), 'line-Ada');
    it.pass(8_001);
    it.says('participantRoleChanged', {});
    assert.equal(it.told.includes('kickParticipant stranger'), moderates);
    it.room.follow(scene([person('Ada')]), 'line-Ada');
    assert.ok(!it.told.includes('kickParticipant jitsi-Ben'), 'has only just lost the line');
    it.pass(8_001);
    it.says('participantRoleChanged', {});
    assert.equal(it.told.includes('kickParticipant jitsi-Ben'), moderates);
  }
});

test('whoever knocks is let in if they are expected', () => {
  const it = jitsi({ moderates: true });
  it.join();
  it.room.follow(scene([person('Ada'), person('Ben', { participant: undefined })]), 'line-Ada');
  it.says('knockingParticipant', { participant: { id: 'k1', name: 'Ben' } });
  it.says('knockingParticipant', { participant: { id: 'k2', name: 'Eve' } });
  assert.deepEqual(it.told.slice(-2), ['answerKnockingParticipant k1 true', 'answerKnockingParticipant k2 false']);
});

test('out at once; what Jitsi says afterwards counts no more', () => {
  const it = jitsi({ moderates: true });
  it.join();
  it.room.leave();
  it.room.leave();
  it.says('videoConferenceLeft');
  it.says('participantJoined', { id: 'x' });
  assert.deepEqual(it.told, ['dispose']);
  assert.deepEqual(it.heard, []);
});

test('a closed room is ended by who conducts, silent and unseen, where the server does not', (context: TestContext) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const served = jitsi({ moderates: true, ends: false });
  served.join();
  served.room.end();
  assert.deepEqual(served.told, ['dispose']);

  const it = jitsi({ moderates: true, ends: true });
  it.join();
  it.room.end();
  assert.deepEqual(it.told.slice(-2), ['toggleVideo', 'endConference']);
  context.mock.timers.tick(300);
  assert.equal(it.told.at(-1), 'dispose');
});

test('put out or disconnected, the page hears of it', () => {
  const it = jitsi();
  it.join();
  it.says('participantKickedOut', { kicked: { local: false } });
  it.says('errorOccurred', { isFatal: false });
  assert.deepEqual(it.heard, []);
  it.says('participantKickedOut', { kicked: { local: true } });
  assert.deepEqual(it.heard, ['left']);
});

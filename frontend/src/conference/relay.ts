/** What became of asking a TURN server for a way. */
export type Relay = 'works' | 'refused' | 'silent';

const PATIENCE = 10_000;
const UNAUTHORIZED = 401;

/** As far as it is used here. */
export type Connect = (configuration: RTCConfiguration) => Pick<
  RTCPeerConnection,
  'createDataChannel' | 'setLocalDescription' | 'close' | 'onicecandidate' | 'onicecandidateerror'
>;

/** Whether this browser, in its network, gets a way through the server: nothing but such ways is looked for. */
export async function askRelay(server: RTCIceServer, connect: Connect = (it) => new RTCPeerConnection(it)): Promise<Relay> {
  const connection = connect({ iceServers: [server], iceTransportPolicy: 'relay' });
  try {
    return await new Promise<Relay>((found, failed) => {
      let refused = false;
      const givenUp = () => found(refused ? 'refused' : 'silent');
      const timer = setTimeout(givenUp, PATIENCE);
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.type === 'relay' || candidate?.candidate.includes(' typ relay')) {
          clearTimeout(timer);
          found('works');
        } else if (candidate === null) {
          clearTimeout(timer);
          givenUp();
        }
      };
      connection.onicecandidateerror = ({ errorCode }) => {
        refused ||= errorCode === UNAUTHORIZED;
      };
      connection.createDataChannel('check');
      connection.setLocalDescription().catch(failed);
    });
  } finally {
    connection.onicecandidate = connection.onicecandidateerror = null;
    connection.close();
  }
}

/** One entry for each address: each is a way of its own. */
export function turnServers(servers: RTCIceServer[]): RTCIceServer[] {
  return servers.flatMap((it) =>
    [it.urls].flat().filter((url) => /^turns?:/.test(url)).map((url) => ({ ...it, urls: url })),
  );
}

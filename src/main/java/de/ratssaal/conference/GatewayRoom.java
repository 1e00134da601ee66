package de.ratssaal.conference;

/**
 * A room as a {@link Gateway} has it. Its secrets stay between the servers.
 *
 * @param gateway name of the gateway
 * @param number by which the gateway knows it, random
 * @param secret with which it is governed
 * @param pin without which nobody comes in
 */
public record GatewayRoom(RoomId room, String gateway, long number, String secret, String pin) {

    @Override
    public String toString() {
        return "%s at %s".formatted(room, gateway);
    }
}

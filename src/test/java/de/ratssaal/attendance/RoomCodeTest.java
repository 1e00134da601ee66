package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The code of the room")
class RoomCodeTest {

    private static final byte[] SECRET =
            "a secret of thirty-two bytes, ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Instant MINUTE = Instant.parse("2026-10-14T15:00:00Z");

    @Test
    @DisplayName("has six digits and stays the same for a minute")
    void staysForAMinute() {
        var code = RoomCode.at(SECRET, MINUTE);

        assertThat(code).matches("\\d{6}");
        assertThat(RoomCode.at(SECRET, MINUTE.plusSeconds(59))).isEqualTo(code);
        assertThat(RoomCode.at(SECRET, MINUTE.plusSeconds(60))).isNotEqualTo(code);
    }

    @Test
    @DisplayName("is accepted while it is shown and for the minute after, and not a second longer")
    void isAcceptedForTwoMinutes() {
        var code = RoomCode.at(SECRET, MINUTE);

        assertThat(RoomCode.isAccepted(SECRET, MINUTE, code)).isTrue();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE.plusSeconds(119), code)).isTrue();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE.plusSeconds(120), code)).isFalse();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE.minusSeconds(1), code))
                .as("a code that is yet to come")
                .isFalse();
    }

    @Test
    @DisplayName("may be typed with spaces, and with nothing else")
    void maySpacesHave() {
        var code = RoomCode.at(SECRET, MINUTE);

        assertThat(RoomCode.isAccepted(SECRET, MINUTE, " " + code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE, "")).isFalse();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE, code.substring(1))).isFalse();
        assertThat(RoomCode.isAccepted(SECRET, MINUTE, code + "0")).isFalse();
    }

    @Test
    @DisplayName("is another one in another meeting, and tells nothing of the next")
    void differs() {
        var other = SECRET.clone();
        other[0]++;
        var codes = new HashSet<String>();
        for (var minute = 0; minute < 500; minute++) {
            codes.add(RoomCode.at(SECRET, MINUTE.plusSeconds(60L * minute)));
        }

        assertThat(RoomCode.at(other, MINUTE)).isNotEqualTo(RoomCode.at(SECRET, MINUTE));
        assertThat(codes).hasSizeGreaterThan(495);
    }
}

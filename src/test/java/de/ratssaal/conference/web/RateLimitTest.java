package de.ratssaal.conference.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A browser may send")
class RateLimitTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    @DisplayName("many messages at once, and then only so many in a second")
    void limited() {
        var limit = new RateLimit(3, 2, 0);

        assertThat(limit.allows(0)).isTrue();
        assertThat(limit.allows(0)).isTrue();
        assertThat(limit.allows(0)).isTrue();
        assertThat(limit.allows(0)).isFalse();
        assertThat(limit.allows(SECOND)).isTrue();
        assertThat(limit.allows(SECOND)).isTrue();
        assertThat(limit.allows(SECOND)).isFalse();
        assertThat(limit.allows(1_000 * SECOND)).isTrue();
    }
}

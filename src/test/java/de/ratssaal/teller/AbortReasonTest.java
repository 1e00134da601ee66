package de.ratssaal.teller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Why a ceremony was broken off")
class AbortReasonTest {

    @Test
    @DisplayName("is what a browser found, in whose message")
    void found() {
        assertThat(new AbortReason("share 3").fault()).hasValueSatisfying(it -> {
            assertThat(it.index()).isEqualTo(3);
            assertThat(it.key()).isEqualTo("ballot.teller.fault.share");
        });
        assertThat(new AbortReason("announced 2").fault())
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("ballot.teller.fault.announced"));
        assertThat(new AbortReason("compared 0").fault())
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("ballot.teller.fault.compared"));
        assertThat(AbortReason.REPLACED.fault())
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("teller.aborted.replaced"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Der Strom ist ausgefallen", "share", "share 12", "stolen 1", "share 3!"})
    @DisplayName("or what somebody wrote")
    void written(String text) {
        assertThat(new AbortReason(text).fault()).isEmpty();
    }
}

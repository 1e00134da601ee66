package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log about a mail that was not delivered")
class MailLogTest {

    @Test
    @DisplayName("names the server's code, never the address")
    void namesNoAddress() {
        assertThat(MailRound.category("550 5.1.1 <mira.falk@lindenau.example>: user unknown"))
                .isEqualTo("the mail server answered 550");
        assertThat(MailRound.category("no such user mira.falk@lindenau.example"))
                .isEqualTo("the mail server refused it");
        assertThat(MailRound.category(MailRound.NO_ADDRESS)).isEqualTo(MailRound.NO_ADDRESS);
    }
}

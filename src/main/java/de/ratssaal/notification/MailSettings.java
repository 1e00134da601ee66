package de.ratssaal.notification;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mails are sent; the mail server itself is set by {@code spring.mail}.
 *
 * @param from address of the sender; needed with a mail server
 * @param largestEnclosure a packet that is larger is not enclosed
 * @param parallel how many mails are handed over at the same time
 */
@ConfigurationProperties("ratssaal.mail")
public record MailSettings(
        @Nullable String from,
        @DefaultValue("10MB") DataSize largestEnclosure,
        @DefaultValue("4") int parallel) {

    public MailSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("ratssaal.mail.parallel is " + parallel);
        }
    }
}

package de.ratssaal.notification.mail;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.notification.MailSettings;
import de.ratssaal.notification.PostOffice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;

/** Which way letters go: by the mail server if one is set, in the demo else into a folder, otherwise not at all. */
@Configuration
class MailConfiguration {

    @Bean
    PostOffice postOffice(
            ObjectProvider<JavaMailSender> server,
            MailComposition composition,
            MailSettings settings,
            RatssaalProperties application,
            Environment environment) {
        var smtp = server.getIfAvailable();
        if (smtp != null) {
            var from = settings.from();
            if (from == null || from.isBlank()) {
                throw new IllegalStateException(
                        "A mail server is set (spring.mail.host), but not who sends: please set RATSSAAL_MAIL_FROM");
            }
            return new SmtpPostOffice(smtp, composition, from);
        }
        return environment.acceptsProfiles(Profiles.of("demo"))
                ? new FolderPostOffice(
                        composition, new MailFolder(application.data().resolve("mail")))
                : new NoPostOffice();
    }
}

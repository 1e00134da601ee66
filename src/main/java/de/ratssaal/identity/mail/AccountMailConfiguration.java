package de.ratssaal.identity.mail;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.identity.AccountMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;

/** Which way letters go: by the mail server if one is set, in the demo else into a folder, otherwise not at all. */
@Configuration
class AccountMailConfiguration {

    @Bean
    AccountMail accountMail(
            ObjectProvider<JavaMailSender> server,
            LetterComposition composition,
            @Value("${ratssaal.mail.from:}") String sender,
            RatssaalProperties settings,
            Environment environment) {
        var smtp = server.getIfAvailable();
        if (smtp != null && !sender.isBlank()) {
            return new MailByServer(smtp, composition, sender);
        }
        return environment.acceptsProfiles(Profiles.of("demo"))
                ? new MailIntoFolder(composition, new MailFolder(settings.data().resolve("mail")))
                : new NoMail();
    }
}

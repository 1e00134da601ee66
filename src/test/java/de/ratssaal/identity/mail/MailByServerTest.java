package de.ratssaal.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.base.Messages;
import de.ratssaal.identity.AccountLetter;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Over a real mail server. */
class MailByServerTest {

    private static final String OWNER = "erika@lindenau.example";
    private static final URI LINK = URI.create("https://rat.lindenau.example/app/login/password/abc");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailByServer mail;

    @BeforeEach
    void start() {
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        mail = new MailByServer(
                sender, new LetterComposition(messages(), Clock.systemUTC()), "ratssaal@lindenau.example");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theOwnerReadsTheLinkInTheirLanguage() throws Exception {
        mail.send(letter(AccountLetter.Kind.FORGOTTEN, Locale.GERMAN, LINK));
        mail.send(letter(AccountLetter.Kind.FORGOTTEN, Locale.ENGLISH, LINK));

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Neues Kennwort wählen");
        assertThat(text(received[0])).contains("Guten Tag, Dr. Erika Müller,").contains(LINK.toString());
        assertThat(text(received[1])).contains("Dear Dr. Erika Müller,").contains(LINK.toString());
        assertThat(received[0].getAllRecipients()[0].toString()).contains(OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterHasItsWordsInBothLanguages(AccountLetter.Kind kind) throws Exception {
        var withLink = kind == AccountLetter.Kind.FORGOTTEN || kind == AccountLetter.Kind.WELCOME;
        mail.send(letter(kind, Locale.GERMAN, withLink ? LINK : null));
        mail.send(letter(kind, Locale.ENGLISH, withLink ? LINK : null));

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void nothingIsSmuggledIntoTheHeadOfAMail() throws Exception {
        mail.send(new AccountLetter(
                AccountLetter.Kind.CHANGED, OWNER, "Erika\r\nBcc: thief@evil.example", Locale.GERMAN, null));

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(received[0].getHeader("Bcc")).isNull();
    }

    @Test
    void aServerThatIsAwayDoesNotBreakWhatCausedTheLetter() {
        server.stop();

        assertThatCode(() -> mail.send(letter(AccountLetter.Kind.CHANGED, Locale.GERMAN, null)))
                .doesNotThrowAnyException();
    }

    private static AccountLetter letter(AccountLetter.Kind kind, Locale language, @Nullable URI link) {
        return new AccountLetter(kind, OWNER, "Dr. Erika Müller", language, link);
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString();
    }

    private static Messages messages() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("messageSource", MessageSource.class, () -> {
            var source = new ResourceBundleMessageSource();
            source.setBasename("messages");
            source.setDefaultEncoding("UTF-8");
            source.setFallbackToSystemLocale(false);
            return source;
        });
        context.register(Messages.class);
        context.refresh();
        return context.getBean(Messages.class);
    }
}

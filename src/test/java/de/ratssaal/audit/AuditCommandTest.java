package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Command;
import de.ratssaal.base.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("ratssaal audit")
class AuditCommandTest {

    @Autowired
    Messages messages;

    @TempDir
    Path folder;

    private final OwnLog log = new OwnLog();
    private AuditCommand command;

    @BeforeEach
    void entries() {
        command = new AuditCommand(log.store, log.keys, messages, log.clock, Locale.ENGLISH);
        log.writeAndMerge(10, 20);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    @DisplayName("verify: the log is whole")
    void whole(CapturedOutput output) {
        assertThat(run("verify")).isEqualTo(Command.DONE);
        assertThat(output)
                .contains("30 entries and 2 signed heads checked")
                .contains(log.head().root().toString())
                .contains("The log is whole.");
    }

    @Test
    @DisplayName("verify: the first wrong entry is named")
    void wrong(CapturedOutput output) {
        log.tamper("update audit_entry set line = 'other' where id in (13, 17)");

        assertThat(run("verify")).isEqualTo(AuditCommand.WRONG);
        assertThat(output)
                .contains("The log is NOT whole. The first fault:\nEntry 13 (place 12): the entry was altered")
                .contains("Entry 17 (place 16): the entry was altered");
    }

    @Test
    @DisplayName("head, then verify --head: a head kept outside shows that the log was written anew")
    void keptHead(CapturedOutput output) throws IOException {
        assertThat(run("head")).isEqualTo(Command.DONE);
        assertThat(output.getOut()).endsWith(log.head().toString());
        var head = Files.writeString(folder.resolve("head.txt"), log.head().toString());
        log.writeAndMerge(3);
        assertThat(run("verify", "--head", head.toString())).isEqualTo(Command.DONE);

        try (var other = new OwnLog()) {
            other.writeAndMerge(30);
            var key = Files.writeString(
                    folder.resolve("keys.txt"), log.keys.verifiers().getFirst() + "\n");
            var anew = new AuditCommand(other.store, other.keys, messages, other.clock, Locale.ENGLISH);

            assertThat(anew.run(List.of("verify"))).isEqualTo(Command.DONE);
            assertThat(anew.run(List.of("verify", "--head", head.toString()))).isEqualTo(AuditCommand.WRONG);
            assertThat(anew.run(List.of("verify", "--head", head.toString(), "--key", key.toString())))
                    .isEqualTo(AuditCommand.WRONG);
        }
        assertThat(output).contains("unknown key").contains("not the one that the head of 30 entries");
    }

    @Test
    @DisplayName("key: the public keys; new-key: a new one, and the log says so")
    void keys(CapturedOutput output) {
        var old = log.keys.verifiers().getFirst();

        assertThat(run("new-key")).isEqualTo(Command.DONE);
        assertThat(run("key")).isEqualTo(Command.DONE);

        var now = log.keys.verifiers().getFirst();
        assertThat(now).isNotEqualTo(old);
        assertThat(output.getOut()).endsWith(now + "\n" + old + "\n");
        assertThat(log.sequencer.merge()).isEqualTo(1);
        assertThat(log.merged().getLast()).contains(now.toString());
        assertThat(run("verify")).isEqualTo(Command.DONE);
    }

    @Test
    @DisplayName("says what it needs when it is called in another way")
    void usage(CapturedOutput output) {
        for (var words : List.of(
                List.<String>of(),
                List.of("delete"),
                List.of("head", "twice"),
                List.of("verify", "--head"),
                List.of("verify", "--force", "x"))) {
            assertThat(command.run(words)).as("%s", words).isEqualTo(Command.IMPOSSIBLE);
        }
        assertThat(run("verify", "--head", folder.resolve("missing").toString()))
                .isEqualTo(Command.IMPOSSIBLE);
        assertThat(output.getErr()).contains("ratssaal audit verify").contains("holds no signed head");
    }

    @Test
    @DisplayName("verify: without any key nothing can be said")
    void noKey(CapturedOutput output) throws IOException {
        Files.delete(log.data.resolve("keys/audit-log.vkey"));

        assertThat(run("verify")).isEqualTo(Command.IMPOSSIBLE);
        assertThat(output.getErr()).contains("--key FILE");
    }

    private int run(String... words) {
        return command.run(List.of(words));
    }
}

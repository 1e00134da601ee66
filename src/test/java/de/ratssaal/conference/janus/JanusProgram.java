package de.ratssaal.conference.janus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** The gateway in tests. Where tests run by themselves it has to be there; elsewhere they are skipped without it. */
public final class JanusProgram {

    private JanusProgram() {}

    public static void require() {
        assumeTrue(OwnJanus.program().isPresent() || System.getenv("CI") != null, "janus is missing");
    }

    /** Those that this application runs. */
    public static List<ProcessHandle> running() {
        return ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").endsWith("/janus"))
                .toList();
    }

    public static boolean hasRoom(long number, ApplicationContext context) {
        return context.getBean(JanusGateway.class)
                .govern(Map.of("request", "exists", "room", number))
                .path("exists")
                .asBoolean();
    }

    /** Who is in a room of which only the number is known; none if there is no such room. */
    public static Optional<Integer> people(long number, ApplicationContext context) {
        try {
            return Optional.of(context.getBean(JanusGateway.class)
                    .govern(Map.of("request", "listparticipants", "room", number))
                    .path("participants")
                    .size());
        } catch (JanusTrouble e) {
            return Optional.empty();
        }
    }
}

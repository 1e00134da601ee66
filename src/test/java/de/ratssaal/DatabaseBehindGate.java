package de.ratssaal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL that a test can take away: the application reaches it through {@link #GATE} only. */
public class DatabaseBehindGate implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The way to it. */
    public static final Gate GATE = new Gate();

    private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var direct = TestDatabase.fresh();
            var port = PORT.matcher(direct);
            if (!port.find()) {
                throw new IllegalStateException("no port in " + direct);
            }
            var through = GATE.to(Integer.parseInt(port.group()));
            TestPropertyValues.of(
                            "ratssaal.db.url=" + port.replaceFirst(Integer.toString(through)),
                            "ratssaal.db.user=postgres",
                            TestDatabase.WITHOUT_DIRECTORY,
                            "ratssaal.data=" + Files.createTempDirectory("ratssaal-test"))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

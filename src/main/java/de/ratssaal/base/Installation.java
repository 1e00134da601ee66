package de.ratssaal.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an installation was made for, decided once at its first start. The data folder remembers it for the next start;
 * the database remembers it too, so that demo logins never get into the database of a real city.
 */
enum Installation {

    /** The demo city with its logins. */
    DEMO,

    /** A city of its own, empty at first. */
    EMPTY;

    /** Profile of everything that exists in the demo city only. */
    static final String DEMO_PROFILE = "demo";

    private static final String MARKER = "installation";

    static Installation of(Environment environment) {
        return environment.acceptsProfiles(Profiles.of(DEMO_PROFILE)) ? DEMO : EMPTY;
    }

    /** What the folder remembers, if anything. */
    static Optional<Installation> remembered(Path folder) {
        var marker = folder.resolve(MARKER);
        try {
            return Files.exists(marker)
                    ? Optional.of(valueOf(Files.readString(marker).strip().toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + marker, e);
        }
    }

    /**
     * What to start with: what the folder remembers, else the demo city unless it was declined.
     *
     * @param folder data folder
     * @param emptyWanted whether the demo city was declined
     * @throws StartRefused if the folder holds the demo city and an empty one is wanted
     */
    static Installation decide(Path folder, boolean emptyWanted) {
        var decided = remembered(folder).orElse(emptyWanted ? EMPTY : DEMO);
        if (emptyWanted && decided == DEMO) {
            throw new StartRefused(
                    "The data folder %s holds the demo city.".formatted(folder),
                    "Start without --empty, or choose a new folder with RATSSAAL_DATA.");
        }
        return decided;
    }

    /**
     * Makes database and data folder remember this.
     *
     * @throws StartRefused if the database was made for the other
     */
    void remember(DataSource dataSource, Path folder) {
        var database = JdbcClient.create(dataSource);
        database.sql("insert into base_installation (kind) values (?) on conflict do nothing")
                .param(name())
                .update();
        var kind = valueOf(database.sql("select kind from base_installation")
                .query(String.class)
                .single());
        if (kind != this) {
            throw new StartRefused(
                    this == DEMO
                            ? "This database belongs to a real installation; the demo city does not go into it."
                            : "This database holds the demo city, whose logins everybody knows.",
                    this == DEMO
                            ? "Start with --empty on a new data folder, or give the demo city a database of its own."
                            : "Use a new database, or the data folder that the demo city was started with.");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARKER), name().toLowerCase(Locale.ROOT) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to " + folder, e);
        }
    }
}

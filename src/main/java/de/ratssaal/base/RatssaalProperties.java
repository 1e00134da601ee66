package de.ratssaal.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings an administrator gives, also as environment variables such as {@code RATSSAAL_DB_URL}.
 *
 * @param data folder of everything that is kept beside the database, and of the embedded database itself
 * @param db address of an existing PostgreSQL; without it the embedded one is started
 * @param publicUrl address under which people reach the application, used in mails
 * @param migrations modules in the order in which their tables are made
 */
@ConfigurationProperties("ratssaal")
public record RatssaalProperties(
        @DefaultValue(DATA) Path data,
        @DefaultValue Database db,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue String[] migrations) {

    /** Where data is kept if nothing else is said. */
    static final String DATA = "data";

    /**
     * @param url JDBC address, such as {@code jdbc:postgresql://db.example/ratssaal}
     * @param user role that owns the schema
     * @param password its password; never logged
     */
    public record Database(
            @Nullable String url,
            @DefaultValue("ratssaal") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Database[server=%s, user=%s]"
                    .formatted(url == null ? "embedded" : DatabaseNotUsable.server(url), user);
        }
    }
}

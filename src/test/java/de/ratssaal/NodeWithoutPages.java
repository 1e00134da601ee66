package de.ratssaal;

import de.ratssaal.identity.TestAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The use cases in this JVM on the database of an application that runs elsewhere, without pages and without jobs. */
public final class NodeWithoutPages {

    private NodeWithoutPages() {}

    /**
     * @param database JDBC address
     * @param password of the user {@code postgres}
     * @param documentsKey file of the keys with which that application seals files
     */
    public static ConfigurableApplicationContext on(String database, String password, Path documentsKey)
            throws IOException {
        return new SpringApplicationBuilder(RatssaalApplication.class, MovableClock.class, TestAccounts.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--" + TestDatabase.WITHOUT_DIRECTORY + ",com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--spring.modulith.events.republish-outstanding-events-on-restart=false",
                        "--ratssaal.jobs=false",
                        "--ratssaal.data=" + Files.createTempDirectory("ratssaal-node"),
                        "--ratssaal.document.key-file=" + documentsKey,
                        "--ratssaal.db.url=" + database,
                        "--ratssaal.db.user=postgres",
                        "--ratssaal.db.password=" + password);
    }
}

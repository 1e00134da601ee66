package de.ratssaal;

import de.ratssaal.identity.TestAccounts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The whole application on a PostgreSQL database of its own. Tests of searching read what waits themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = "ratssaal.search.pause=1d")
@Import(TestAccounts.class)
public @interface IntegrationTest {}

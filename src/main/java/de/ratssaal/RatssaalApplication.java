package de.ratssaal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Ratssaal. */
@SpringBootApplication
@Modulithic(systemName = "Ratssaal", sharedModules = "base")
public class RatssaalApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RatssaalApplication.class, arguments);
    }
}

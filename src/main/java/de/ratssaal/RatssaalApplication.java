package de.ratssaal;

import de.ratssaal.base.CommandLine;
import de.ratssaal.base.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Ratssaal, or one of its commands if the first argument is a command's name. */
@SpringBootApplication
@Modulithic(systemName = "Ratssaal", sharedModules = "base")
public class RatssaalApplication {

    public static void main(String[] arguments) {
        if (CommandLine.asksFor(arguments)) {
            System.exit(CommandLine.run(RatssaalApplication.class, arguments));
        }
        Launch.run(RatssaalApplication.class, arguments);
    }
}

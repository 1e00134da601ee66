package de.ratssaal.base;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Where sentences come from. Every text is a pattern, with or without arguments, so that apostrophes are always doubled. */
@Configuration
class MessagesConfiguration {

    @Bean
    MessageSource messageSource() {
        var files = new ResourceBundleMessageSource();
        files.setBasename("messages");
        files.setDefaultEncoding(StandardCharsets.UTF_8.name());
        files.setDefaultLocale(Messages.LANGUAGES.getFirst());
        files.setAlwaysUseMessageFormat(true);
        return files;
    }
}

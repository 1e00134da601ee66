package de.ratssaal.display.portal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the live page. */
@Configuration
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {}

package dev.brisk.report.page;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, which opens pages from disk. */
final class Browser implements AutoCloseable {
  /** Warns of a protocol newer than its own; the commands used here are old. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;

  /** Starts {@code chromium} with {@code chromedriver}, both of the PATH. */
  Browser(Path downloads) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium").toFile());
    // Root, as in a container, has no sandbox; a container's shared memory is small.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--force-device-scale-factor=1", "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").toFile())
                .build(),
            options);
    tell(
        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", "" + downloads));
  }

  private static Path program(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not on the PATH"));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page of so many pixels of CSS. */
  void open(Path file, int width, int height, boolean dark) {
    tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    colours(dark);
    driver.get(file.toUri().toString());
  }

  void colours(boolean dark) {
    List<Map<String, String>> features =
        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
    tell("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** An element of the page, with a little around it. */
  byte[] png(String selector) {
    Object box =
        driver.executeScript(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
                + "return {x: b.x + scrollX - 12, y: b.y + scrollY - 12, width: b.width + 24,"
                + " height: b.height + 24, scale: 1}",
            selector);
    return image(
        tell("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", box)));
  }

  byte[] pdf() {
    return image(tell("Page.printToPDF", Map.of("printBackground", true)));
  }

  private static byte[] image(Map<String, Object> answer) {
    return Base64.getDecoder().decode((String) answer.get("data"));
  }

  /** What the console says and the network carries since the last time, but for the page itself. */
  List<String> complaints() {
    Stream<String> console =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::toString);
    Stream<String> network =
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(entry -> JsonParser.parseString(entry.getMessage()).getAsJsonObject())
            .map(entry -> entry.getAsJsonObject("message"))
            .filter(event -> event.get("method").getAsString().equals("Network.requestWillBeSent"))
            .map(event -> event.getAsJsonObject("params").getAsJsonObject("request"))
            .map(request -> request.get("url").getAsString())
            .filter(url -> !url.matches("(?s)(file|data|blob):.*"));
    return Stream.concat(console, network).toList();
  }

  private Map<String, Object> tell(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }

  /**
   * Draws a page, or an element of it: {@code page.html picture.png light|dark width selector}. A
   * picture that is named as a PDF is the page as it is printed.
   */
  public static void main(String... arguments) throws IOException {
    Path page = Path.of(arguments[0]).toAbsolutePath();
    Path picture = Path.of(arguments[1]);
    try (Browser browser = new Browser(page.getParent())) {
      browser.open(page, Integer.parseInt(arguments[3]), 800, arguments[2].equals("dark"));
      boolean printed = picture.toString().endsWith(".pdf");
      Files.write(picture, printed ? browser.pdf() : browser.png(arguments[4]));
      browser.complaints().forEach(System.err::println);
    }
  }
}

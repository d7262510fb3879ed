package io.ledgerline.report.meter;

import io.ledgerline.contracts.usage.MeterName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The meters that every tenant has. */
final class BuiltInMeters {
  private static final String TOKEN = "token";
  private static final String SECOND = "second";
  private static final String IMAGE = "image";
  private static final String PAGE = "page";
  private static final String CORE = "core";
  private static final String NODE = "node";
  private static final String BYTE = "byte";
  private static final String MEBIBYTE = "MiB";
  private static final int LAST_TIER = 5;

  private BuiltInMeters() {}

  static List<Meter> all() {
    return Stream.of(
            requests(),
            tokens(),
            media(),
            tools(),
            platform(),
            capacity(),
            cluster(),
            storageTiers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Meter> requests() {
    return List.of(
        counter("requests", "request", "Calls made, failed ones not among them"),
        counter("failed_requests", "request", "Calls that were refused or broken off"));
  }

  private static List<Meter> tokens() {
    return List.of(
        counter("input_tokens", TOKEN, "Input tokens that no cache held, of text where told apart"),
        counter("output_tokens", TOKEN, "Output tokens"),
        counter("cache_read_tokens", TOKEN, "Input tokens read from a prompt cache"),
        counter("cache_write_tokens", TOKEN, "Input tokens written to a prompt cache"),
        counter("reasoning_tokens", TOKEN, "Output tokens of reasoning, where priced apart"),
        counter("input_audio_tokens", TOKEN, "Input tokens of audio"),
        counter("output_audio_tokens", TOKEN, "Output tokens of audio"),
        counter("cache_read_audio_tokens", TOKEN, "Audio tokens read from a prompt cache"),
        counter("cache_write_audio_tokens", TOKEN, "Audio tokens written to a prompt cache"),
        counter("input_image_tokens", TOKEN, "Input tokens of images"),
        counter("output_image_tokens", TOKEN, "Output tokens of images"),
        counter("cache_read_image_tokens", TOKEN, "Image tokens read from a prompt cache"),
        counter("output_video_tokens", TOKEN, "Output tokens of video"),
        counter("citation_tokens", TOKEN, "Tokens of cited sources"),
        counter("computer_use_input_tokens", TOKEN, "Input tokens of computer use"),
        counter("computer_use_output_tokens", TOKEN, "Output tokens of computer use"));
  }

  private static List<Meter> media() {
    return List.of(
        counter("images", IMAGE, "Images made or embedded"),
        counter("input_images", IMAGE, "Images given to a model"),
        counter("pixels", "pixel", "Pixels of images"),
        counter("characters", "character", "Characters of text"),
        counter("input_characters", "character", "Characters given to a model"),
        counter("output_characters", "character", "Characters made by a model"),
        counter("seconds", SECOND, "Seconds of use, audio or video"),
        counter("input_audio_seconds", SECOND, "Seconds of audio given to a model"),
        counter("output_audio_seconds", SECOND, "Seconds of audio made by a model"),
        counter("input_video_seconds", SECOND, "Seconds of video given to a model"),
        counter("output_video_seconds", SECOND, "Seconds of video made by a model"),
        counter("pages", PAGE, "Pages of documents read"),
        counter("annotation_pages", PAGE, "Pages of documents annotated"),
        counter("ocr_credits", "credit", "Credits of a document reader"));
  }

  private static List<Meter> tools() {
    return List.of(
        counter("queries", "query", "Queries, such as those of rerankers"),
        counter("web_searches", "query", "Searches of the web for a model"),
        counter("file_searches", "request", "Searches of files for a model"),
        counter("sessions", "session", "Sessions"),
        counter("code_interpreter_sessions", "session", "Sessions of a code interpreter"));
  }

  private static List<Meter> platform() {
    return List.of(
        counter("experiments", "experiment", "Experiments run"),
        counter("deleted_experiments", "experiment", "Experiments deleted"),
        counter("logged_bytes", "byte", "Bytes logged, kept until they are deleted"),
        counter("deleted_bytes", "byte", "Bytes deleted of those logged"),
        counter("ui_calls", "call", "Calls made through a user interface"),
        counter("sdk_calls", "call", "Calls made through an SDK"));
  }

  private static List<Meter> capacity() {
    return List.of(
        gauge("storage_bytes", BYTE, "Storage that is taken"),
        gauge("cpu_cores", CORE, "Processor cores that are taken"),
        gauge("ram_mb", "MB", "Memory that is taken"),
        gauge("gpus", "GPU", "Graphics processors that are taken"),
        gauge("vgpus", "vGPU", "Parts of graphics processors that are taken"),
        gauge("vram_mb", "MB", "Memory of graphics processors that is taken"));
  }

  /** What a whole cluster has and uses. */
  private static List<Meter> cluster() {
    return List.of(
        gauge("used_cores", CORE, "Processor cores given to running machines"),
        gauge("total_cores", CORE, "Processor cores of all nodes"),
        gauge("online_cores", CORE, "Processor cores of nodes that are online"),
        gauge("total_nodes", NODE, "Nodes"),
        gauge("online_nodes", NODE, "Nodes that are online"),
        gauge("running_machines", "machine", "Machines that run"),
        gauge("used_ram", MEBIBYTE, "Memory given to running machines"),
        gauge("total_ram", MEBIBYTE, "Memory of all nodes"),
        gauge("online_ram", MEBIBYTE, "Memory of nodes that are online"),
        gauge("phys_ram_used", BYTE, "Memory that nodes really use"),
        gauge("phys_vram_used", BYTE, "Memory that machines really use"),
        gauge("phys_total_cpu", "percent", "Processor time that nodes really use"),
        gauge("gpus_total", "GPU", "Graphics processors"),
        gauge("gpus_idle", "GPU", "Graphics processors that nobody has taken"),
        gauge("vgpus_total", "vGPU", "Parts of graphics processors"),
        gauge("vgpus_idle", "vGPU", "Parts of graphics processors that nobody has taken"),
        gauge("workload_datapoints", "datapoint", "Measurements of machines behind a sample"),
        gauge("storage_datapoints", "datapoint", "Measurements of storage behind a sample"));
  }

  private static List<Meter> storageTiers() {
    return IntStream.rangeClosed(0, LAST_TIER)
        .boxed()
        .flatMap(
            tier ->
                Stream.of(
                    gauge("tier_" + tier + "_used", BYTE, "Storage taken of tier " + tier),
                    gauge("tier_" + tier + "_total", BYTE, "Storage of tier " + tier)))
        .toList();
  }

  private static Meter counter(String name, String unit, String description) {
    return new Meter(new MeterName(name), unit, Meter.Kind.COUNTER, description);
  }

  private static Meter gauge(String name, String unit, String description) {
    return new Meter(new MeterName(name), unit, Meter.Kind.GAUGE, description);
  }
}

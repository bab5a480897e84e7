assert new File(basedir, 'build.log').text.contains('module com.example.modular trained by module dev.brisk')
assert new File(basedir, 'target/run.html').isFile()

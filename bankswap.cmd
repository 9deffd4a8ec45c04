@echo off
rem Bankswap's one command on Windows: the sibling of the shell script ./bankswap. It checks what it needs, builds the product if
rem it is missing, and then hands over to the Java command line (plugins\dev.bankswap.headless) or to the IDE.
rem After a change of the sources delete the folder build\windows-built, or build with Maven, to have the product made anew.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0.") do set "here=%%~fI"
set "work=%here%\build"
set "maven_version=3.9.11"
set "product=%here%\products\dev.bankswap.ide\target\products\dev.bankswap.ide\win32\win32\x86_64"
if defined BANKSWAP_PRODUCT set "product=%BANKSWAP_PRODUCT%"

set "command=%~1"
if not defined command goto help
if /i "%command%"=="demo" goto demo
if /i "%command%"=="ide" goto ide
if /i "%command%"=="test" goto test
call :prepare || exit /b 2
call :headless %*
exit /b %errorlevel%

:help
call :prepare || exit /b 2
call :headless help
exit /b %errorlevel%

rem ---------------------------------------------------------------- commands

:demo
call :prepare || exit /b 2
for %%A in (%*) do (
	if "%%~A"=="--headless" goto demo_headless
	if "%%~A"=="--help" goto demo_headless
	if "%%~A"=="-h" goto demo_headless
)
rem the same parser as the command line's checks the arguments before a window opens
call :headless %* --check
if errorlevel 1 exit /b %errorlevel%
set "image="
set "image_version="
:demo_arguments
shift /1
rem cmd takes the equals sign for a blank, so --image=PATH and --image PATH look alike here unless they are quoted
set "argument=%~1"
if not defined argument goto demo_ide
if "%argument%"=="--image" (
	set "image=%~2"
	shift /1
) else if "%argument%"=="--image-version" (
	set "image_version=%~2"
	shift /1
) else if "%argument:~0,8%"=="--image=" (
	set "image=%argument:~8%"
) else if "%argument:~0,16%"=="--image-version=" (
	set "image_version=%argument:~16%"
)
goto demo_arguments

:demo_ide
set "demo_options=-bankswapDemo"
if defined image set demo_options=%demo_options% -bankswapDemoImage "%image%"
if defined image_version set demo_options=%demo_options% -bankswapDemoVersion "%image_version%"
call :open_ide %demo_options%
exit /b %errorlevel%

:demo_headless
call :headless %*
exit /b %errorlevel%

:ide
call :prepare || exit /b 2
set "ide_options="
:ide_arguments
shift /1
if "%~1"=="" goto ide_open
set ide_options=%ide_options% "%~1"
goto ide_arguments
:ide_open
call :open_ide %ide_options%
exit /b %errorlevel%

:test
set "platform=4.30"
:test_arguments
shift /1
set "argument=%~1"
if not defined argument goto test_run
if "%argument%"=="--platform" (
	set "platform=%~2"
	shift /1
) else if "%argument:~0,11%"=="--platform=" (
	set "platform=%argument:~11%"
) else (
	call :lacks "test knows no argument '%argument%'; it takes --platform 4.30 or 4.33."
	exit /b 2
)
goto test_arguments
:test_run
if not exist "%here%\targetplatform\dev.bankswap.target-%platform%.target" (
	call :lacks "there is no target platform '%platform%'; --platform takes 4.30 or 4.33."
	exit /b 2
)
call :find_java || exit /b 2
call :find_maven || exit /b 2
>&2 echo Building on Eclipse %platform% and running the unit tests. The tests in a window, of the installation and with real
>&2 echo counterparts (dev.bankswap.ui.tests, dev.bankswap.install, dev.bankswap.it) need Linux and are left out.
call "%maven%" -f "%here%\pom.xml" "-Dplatform=%platform%" -pl "!tests/dev.bankswap.ui.tests,!tests/dev.bankswap.install,!tests/dev.bankswap.it" verify
exit /b %errorlevel%

rem ---------------------------------------------------------------- running the product

rem Each run has a configuration area of its own, so that a board and a cloud can run side by side.
:headless
set "area=%TEMP%\bankswap.%RANDOM%%RANDOM%"
mkdir "%area%" || exit /b 2
"%java%" -Xmx512m -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true "-Dbankswap.area=%area%" -jar "%launcher%" -nosplash -data @none -configuration "%area%" -application dev.bankswap.headless.application %*
set "status=%errorlevel%"
if exist "%area%" rmdir /s /q "%area%" 2>nul
exit /b %status%

:open_ide
set "workspace=%work%\workspace"
if defined BANKSWAP_WORKSPACE set "workspace=%BANKSWAP_WORKSPACE%"
"%java%" -Xmx1g -jar "%launcher%" -data "%workspace%" %*
exit /b %errorlevel%

rem ---------------------------------------------------------------- what the machine must have

:prepare
call :find_java || exit /b 2
call :build || exit /b 2
set "launcher="
for %%J in ("%product%\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~fJ"
if defined launcher exit /b 0
call :lacks "no IDE in %product%; delete the folder build and try again."
exit /b 2

:find_java
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "major="
for /f "tokens=2,3" %%A in ('call "%java%" -version 2^>^&1') do if "%%A"=="version" if not defined major for /f "delims=.-+_" %%M in ("%%~B") do set "major=%%M"
if not defined major (
	call :lacks "Java 17 or newer is missing; install a JDK 17 and set JAVA_HOME."
	exit /b 2
)
if %major% GEQ 17 exit /b 0
call :lacks "Java 17 or newer is needed, this one is %major%; install a JDK 17 and set JAVA_HOME."
exit /b 2

:find_maven
set "maven_major="
set "maven_minor="
where mvn >nul 2>nul
if errorlevel 1 goto maven_fetched
for /f "tokens=1-4 delims=. " %%A in ('call mvn --batch-mode --version 2^>nul') do if "%%A %%B"=="Apache Maven" (
	set "maven_major=%%C"
	set "maven_minor=%%D"
)
if not defined maven_minor goto maven_fetched
set "maven=mvn"
if %maven_major% GTR 3 exit /b 0
if %maven_major% EQU 3 if %maven_minor% GEQ 9 exit /b 0
:maven_fetched
set "maven=%work%\maven\apache-maven-%maven_version%\bin\mvn.cmd"
if exist "%maven%" exit /b 0
if not defined maven_minor (
	call :lacks "Maven is missing; install Maven 3.9 or newer and put its folder bin on the PATH."
	exit /b 2
)
>&2 echo Fetching Maven %maven_version%, because the one at hand is older than 3.9 ...
if not exist "%work%\maven" mkdir "%work%\maven"
rem the project's own extensions need the newer Maven already: fetch it from outside the project
pushd "%TEMP%"
call mvn --quiet --batch-mode dependency:unpack "-Dartifact=org.apache.maven:apache-maven:%maven_version%:zip:bin" "-DoutputDirectory=%work%\maven" >"%work%\maven.log" 2>&1
popd
if exist "%maven%" exit /b 0
call :lacks "Maven %maven_version% could not be fetched; see build\maven.log (is Maven Central reachable?)."
exit /b 2

:build
if defined BANKSWAP_PRODUCT exit /b 0
if exist "%work%\windows-built" if exist "%product%\plugins" exit /b 0
call :find_maven || exit /b 2
if not exist "%work%" mkdir "%work%"
>&2 echo Building Bankswap (a minute or two; the log is build\build.log) ...
call "%maven%" -f "%here%\pom.xml" -DskipTests -pl products/dev.bankswap.ide -am package >"%work%\build.log" 2>&1
if errorlevel 1 (
	>&2 findstr /b /c:"[ERROR]" "%work%\build.log"
	call :lacks "the build failed; see build\build.log."
	exit /b 2
)
>"%work%\windows-built" echo built
exit /b 0

:lacks
rem what it lacks and how to install it, in one line
>&2 echo bankswap: %~1
exit /b 2

// Made from ../javascript/ by `make bundle`: never edit this file.
function g(s,t={},...e){let n=document.createElement(s);for(let[r,o]of Object.entries(t))r.startsWith("on")?n.
addEventListener(r.slice(2),o):o===!0?n.setAttribute(r,""):o!==!1&&o!=null&&n.setAttribute(r,o);for(let r of e)
r!=null&&n.append(r);return n}var Ke="http://www.w3.org/2000/svg";function ie(s){let t=document.createElementNS(
Ke,"svg"),e=document.createElementNS(Ke,"path");e.setAttribute("d",s);for(let[n,r]of Object.entries({viewBox:"\
0 0 16 16","aria-hidden":"true",class:"emx-sign"}))t.setAttribute(n,r);return t.append(e),t}function W(s,t,e){
let n=g("select",{"aria-label":s,onchange:()=>e(n.value)}),r=g("label",{},g("span",{},s),n),o=a=>n.replaceChildren(
...a.map(l=>g("option",{value:l},l)));return o(t),{element:r,select:n,show:o,choose:a=>{let l=h=>h.value===String(
a)||Number(h.value)===a,c=[...n.options].find(l)??g("option",{},String(a));c.parentElement||n.append(c),n.value=
c.value}}}function mt(s,t,e){let n=g("input",{type:"checkbox",onchange:()=>t(n.checked)});return{element:g("la\
bel",{class:"emx-tick",title:e},n,s),input:n}}function ae(s,t,e,n){let r=h=>n(Math.min(Math.max(Number(a.textContent)+
h,t),e)),o=g("button",{type:"button","aria-label":`${s}: one less`,onclick:()=>r(-1)},"−"),i=g("button",{type:"\
button","aria-label":`${s}: one more`,onclick:()=>r(1)},"+"),a=g("output",{},"");return{element:g("div",{class:"\
emx-stepper",role:"group","aria-label":s},g("span",{},s),o,a,i),show:h=>{a.textContent=String(h),o.disabled=h<=
t,i.disabled=h>=e}}}function R(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++)for(let r=0;r<=n;r++){let o=s[n*t+r];for(let i=0;i<
r;i++)o-=e[n*t+i]*e[r*t+i];if(n===r){if(!(o>0))return null;e[n*t+n]=Math.sqrt(o)}else e[n*t+r]=o/e[r*t+r]}return e}
function le(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++){e[n*t+n]=1/s[n*t+n];for(let r=n+1;r<t;r++){let o=0;
for(let i=n;i<r;i++)o-=s[r*t+i]*e[i*t+n];e[r*t+n]=o/s[r*t+r]}}return e}function dt(s,t){let e=R(s,t);if(!e)return new Float64Array(
t*t).fill(NaN);let n=le(e,t),r=new Float64Array(t*t);for(let o=0;o<t;o++)for(let i=0;i<t;i++)for(let a=Math.max(
o,i);a<t;a++)r[o*t+i]+=n[a*t+o]*n[a*t+i];return r}function F(s,t){let e=Float64Array.from(s),n=new Float64Array(
t*t);for(let a=0;a<t;a++)n[a*t+a]=1;for(let a=0;a<50;a++){let l=!1;for(let c=0;c<t;c++)for(let h=c+1;h<t;h++)l=
Es(e,n,t,c,h)||l;if(!l)break}let r=Array.from({length:t},(a,l)=>l);r.sort((a,l)=>e[a*t+a]-e[l*t+l]);let o=Float64Array.
from(r,a=>e[a*t+a]),i=new Float64Array(t*t);for(let a=0;a<t;a++)for(let l=0;l<t;l++)i[a*t+l]=n[a*t+r[l]];return{
values:o,vectors:i}}function Es(s,t,e,n,r){let o=s[n*e+r],[i,a]=[s[n*e+n],s[r*e+r]],l=Math.sqrt(Math.abs(i))*Math.
sqrt(Math.abs(a));if(!(Math.abs(o)>1e-17*l))return s[n*e+r]=s[r*e+n]=0,!1;let c=(a-i)/(2*o),h=(c<0?-1:1)/(Math.
abs(c)+Math.hypot(c,1)),p=1/Math.hypot(h,1),u=h*p;s[n*e+n]=i-h*o,s[r*e+r]=a+h*o,s[n*e+r]=s[r*e+n]=0;for(let f=0;f<
e;f++){if(f!==n&&f!==r){let[w,x]=[s[f*e+n],s[f*e+r]];s[f*e+n]=s[n*e+f]=p*w-u*x,s[f*e+r]=s[r*e+f]=u*w+p*x}let[m,
d]=[t[f*e+n],t[f*e+r]];t[f*e+n]=p*m-u*d,t[f*e+r]=u*m+p*d}return!0}function $e(s,t){if(t!==2){let{values:d}=F(s,
t);return[d[0],d[t-1]]}let[e,n,,r]=s,o=e+r,[i,a]=Math.abs(e)>Math.abs(r)?[e,r]:[r,e],[l,c]=[Math.abs(e-r),Math.
abs(n+n)],[h,p]=l>c?[l,c]:[c,l],u=h>0?h*Math.sqrt(1+(p/h)**2):0;if(o===0)return[-.5*u,.5*u];let f=.5*(o<0?o-u:
o+u),m=i/f*a-n/f*n;return o<0?[f,m]:[m,f]}var Os=Math.log(2*Math.PI);function M(s,t){return s*(1+t+t*(t+1)/2)}function gt(s,t){return s/M(1,t)}function E(s,t,e,n){
return s.subarray(t+n*e,t+(n+1)*e)}function q(s,t,e){return s+s*t+e*t*(t+1)/2}function v(s,t,e,n){let r=new Float64Array(
e*e),o=q(t,e,n);for(let i=0;i<e;i++)for(let a=0;a<=i;a++)r[i*e+a]=r[a*e+i]=s[o++];return r}function K(s,t,e,n,r,o){
for(let i=0;i<r;i++){let a=R(v(n,r,e,i),e),l=a?Math.log(n[i])-.5*e*Os:-1/0;for(let c=0;a&&c<e;c++)l-=Math.log(
a[c*e+c]);if(l===-1/0)for(let c=i;c<t*r;c+=r)o[c]=-1/0;else{let c=le(a,e);(e===2?Ls:ks)(s,t,e,E(n,r,e,i),c,l,r,
i,o)}}return o}function ks(s,t,e,n,r,o,i,a,l){let c=new Float64Array(e);for(let h=0;h<t;h++){let p=0;for(let u=0;u<
e;u++){c[u]=s[h*e+u]-n[u];let f=0;for(let m=0;m<=u;m++)f+=r[u*e+m]*c[m];p+=f*f}l[h*i+a]=o-.5*p}}function Ls(s,t,e,n,r,o,i,a,l){
let[c,h]=n,[p,,u,f]=r;for(let m=0,d=a;m<t;m++,d+=i){let w=s[2*m]-c,x=s[2*m+1]-h,y=p*w,P=u*w+f*x;l[d]=o-.5*(y*y+
P*P)}}function U(s,t,e){let n=0,r=0,o=1;for(let i=0;i<t*e;i+=e){let a=s[i];for(let h=1;h<e;h++)s[i+h]>a&&(a=s[i+
h]);let l=0;for(let h=0;h<e;h++){let p=s[i+h];l+=s[i+h]=p===a?1:Cs(p-a)}let c=1/l;for(let h=0;h<e;h++)s[i+h]*=
c;n+=a,o*=l,o>1e200&&(r+=Math.log(o),o=1)}return-(n+r+Math.log(o))}var Q=32,Is=Q/Math.LN2,_s=.6931471803691238/
Q,Ss=19082149292705877e-26/Q,zs=Float64Array.from({length:Q},(s,t)=>2**(t/Q)),Fs=Float64Array.from({length:1023},
(s,t)=>2**-t);function Cs(s){if(!(s>-708))return Math.exp(s);let t=s*Is-.5|0,e=s-t*_s-t*Ss,n=e*e,r=1+e+n*(1/2+
e*(1/6)+n*(1/24+e*(1/120)+n*(1/720)));return Fs[-(t>>5)]*(zs[t&31]*r)}function _(s,t){return Number.isFinite(s)?Ge(s,s.toFixed(t),e=>s.toFixed(t+e)):he(s)}function ce(s,t){if(!Number.
isFinite(s))return he(s);let e=i=>s.toExponential(t+i),[n,r]=Ge(s,e(0),e).split("e"),o=r.slice(1).padStart(2,"\
0");return`${n}e${r[0]}${o}`}function S(s,t=6){if(!Number.isFinite(s))return he(s);let e=ce(s,t-1),[n,r]=e.split(
"e"),o=Number(r);return o<-4||o>=t?`${Be(n)}e${r}`:Be(_(s,t-1-o))}function Be(s){return s.includes(".")?s.replace(
/\.?0+$/,""):s}function he(s){return Number.isNaN(s)?"nan":s>0?"inf":"-inf"}function Ge(s,t,e){if(Math.abs(s)>=
1e21)return t;let[n,r]=t.split("e"),[o]=e(30).split("e");if(!/^50+$/.test(o.slice(o.length-30)))return t;let i=o.
slice(0,o.length-30).replace(/\.$/,""),a=Number(i.at(-1))%2===0?i:n;return r===void 0?a:`${a}e${r}`}var wt=.01,fe=1e-6,js=1e-13,Rs=2**-1022;function yt(s,t,e,n,r=ue(e,n)){let{N:o,D:i}=e,a=null;for(let l=0;l<t;l++){
let{values:c,vectors:h}=F(v(s,t,i,l),i);if(!(c[i-1]*js>n))for(let p=0;p<i;p++){let u=qs(r,h,i,p);!(Math.abs(c[p]-
n)<=wt*Math.min(n,wt*u))||!(u>10*fe*n)||(!a||c[p]<a.variance)&&(a={variance:c[p],k:l})}}return a?{component:a.
k,nSamples:s[a.k]*o,deviation:Math.sqrt(a.variance)}:null}function xt({component:s,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${s}, which holds ${_(t,1)} samples, has a standard deviation of ${S(e,
2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function ue({
X:s,N:t,D:e},n){let r=new Float64Array(e);for(let l=0;l<t*e;l++)r[l%e]+=s[l]/t;let o=new Float64Array(e*e);for(let l=0;l<
t;l++)for(let c=0;c<e;c++)for(let h=0;h<=c;h++)o[c*e+h]+=(s[l*e+c]-r[c])*(s[l*e+h]-r[h])/t;let i=new Float64Array(
e),a=0;for(let l=0;l<e;l++)a=Math.max(a,Math.sqrt(o[l*e+l])),i[l]=Math.sqrt(Math.max(o[l*e+l],fe*n+Rs));for(let l=0;l<
e;l++)for(let c=0;c<=l;c++)o[l*e+c]=o[l*e+c]/i[l]/i[c]+(l===c?fe:0);return{deviations:i,precision:dt(o,e),widest:a}}
function qs({deviations:s,precision:t},e,n,r){let o=0;for(let i=0;i<n;i++)for(let a=0;a<n;a++){let l=e[i*n+r]/
s[i]*(e[a*n+r]/s[a]);o+=l*t[i*n+a]}return 1/o}var Ks=1,$s=.001,pe=1e-9;function Ue(s,t,e,n,r){let o=De(s,t,e,n,r);return o<=Ks?"":`reg_covar = ${S(r)} is no\
t small beside the covariances here and costs about ${S(o,3)} nats or more: choose a smaller one, or rescale t\
he data.`}function He({K:s,D:t,params:e,nll:n,rises:r},o,i){let a=M(s,t);return r.filter(l=>{let c=l/2,h=e.subarray(
c*a,(c+1)*a),p=De(h,s,t,o,i,!0);return n[c]-n[c-1]<=p*(1+wt)})}function De(s,t,e,n,r,o=!1){let i=We(Bs(s,t,e),
e,r),a=Array.from({length:t},(p,u)=>We(v(s,t,e,u),e,r));if(!i||!a.every(p=>p))return 0;let l=Math.max(0,...i.filter(
p=>p<1-pe)),c=Math.min(l/(l+$s*(1-l)),1-pe),h=0;return a.forEach((p,u)=>{for(let f of p??[])o?f=Math.min(f,1-pe**
2):f<c||(f=0),h+=s[u]*(-Math.log1p(-f)-f)}),n/2*h}function We(s,t,e){if(!R(s,t))return null;let{values:n}=F(dt(
s,t),t);return Array.from(n,r=>Math.min(Math.max(e*r,0),1))}function Bs(s,t,e){let n=new Float64Array(e);for(let o=0;o<
t;o++)E(s,t,e,o).forEach((i,a)=>n[a]+=s[o]*i);let r=new Float64Array(e*e);for(let o=0;o<t;o++){let i=E(s,t,e,o),
a=v(s,t,e,o);for(let l=0;l<e;l++)for(let c=0;c<e;c++){let h=(i[l]-n[l])*(i[c]-n[c]);r[l*e+c]+=s[o]*(h+a[l*e+c])}}
return r}var Gs=5e-324;function me({X:s,N:t,D:e},n,r,o){return U(K(s,t,e,n,r,o),t,r),o}function Je(s,t,e,n,r){me(t,e,n,
r);let o=0;for(let i=0;i<t.N*n;i++){let a=s[i];a>0&&(o+=a*(Math.log(a)-Math.log(Math.max(r[i],Gs))))}return Math.
max(o,0)}function O(s){return s===0?"start":s%2?"E":"M"}function bt(s){return Math.ceil(s/2)}var H=class{constructor(t,e,n,r=new Map){
this.run=t,this.data=e,this.regCovar=n,this.own=r,this.K=t.K,this.width=M(this.K,e.D),this.gaps=new Map,this.kept=
{index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=null}get last(){return this.run.
last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="running"}get failed(){return this.
run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:n}=this;if(this.isRunning)return{flaw:"",
ridge:"",ridged:[]};if(!this.verdict){let r=this.rowAt(t.nll.length-1),o=t.ended==="failed"?null:yt(r,t.K,e,n),
i=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:o?xt(o):"",ridge:i?Ue(r,t.K,e.D,e.N,n):"",ridged:He(t,
e.N,n)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.run.params.subarray(
t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.rowAt(this.paramsIndex(
t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(t);return e===
0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(e)??this._computed(
e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.index!==t&&(me(this.
data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.effective(t);
if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let n=e>>1,r=this.gaps.get(
n);if(r!==void 0)return r;let o=this._klGap(t);return this.gaps.set(n,o),o}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return Je(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var Ws=["ellipses","trails","contours","truth"],Us={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function N(s){return Number.isFinite(s)?(Math.abs(s)>=1e6||s!==
0&&Math.abs(s)<.005?s.toExponential(2):s.toFixed(2)).replace("-","−"):"not known"}function Pt(s){return s.closest(
"[data-voila]")?"reload the page":"run the cell again"}function de(s){let t=O(s);return t==="start"?"Start":`${t}\
-step`}function Ye(s){return`the ${O(s)}-step of iteration ${bt(s)}`}function Qe(s,t=!0,e=s.last){if(e!==s.last)
return s.failed<0?"":`, fails at ${Ye(s.failed)}`;let{ended:n}=s.run;return n==="running"&&!t?", no more of th\
is run was kept":n==="max_iter"&&s.last<2?"":`, ${Us[n]}`}function Xe(s,t){return`weights ${Array.from(s.row(t).
subarray(0,s.K),n=>n.toFixed(2)).join(" · ")}`}function ge(s,t){return s.last<2?`NLL ${N(s.nllAt(t))}`:`itera\
tion ${bt(t)} of ${bt(s.last)}, NLL ${N(s.nllAt(t))}`}function Ze(s,t,e){let n=e&&!s.data.isPart;if(t===s.failed)
return s.run.message;let r=O(t);if(r==="start")return`The starting parameters; no responsibilities have been c\
omputed yet.${s.failed<0?"":` EM fails at ${Ye(s.failed)}: ${s.run.message}`}`;let o=n?s.gap(t):NaN;if(r==="E"){
if(s.isOwn(t))return`Each sample is shared among the components as your e_step says, which is not the posterio\
r.${o>1e-6?` The bound stays ${N(o)} above the NLL.`:""}`;let p="Each sample is shared among the components as\
 the mixture in the picture says.";return n?`${p} The bound touches the NLL.`:p}let i=s.nllAt(t)-s.nllAt(t-2),
l=s.rises(t)?`The NLL rises by ${N(i)}: an exact M-step after an exact E-step never does that${Hs(s,t)}.`:`Wei\
ghts, means and covariances are fitted to these responsibilities; the NLL ${i<0?`falls by ${N(-i)}`:"stays"}.`,
c=t===s.last?[s.run.message,s.judged.flaw].filter(Boolean).map(p=>` ${p}`).join(""):"",h=n?` These responsibil\
ities are now out of date: the bound is ${N(o)} above the NLL.`:"";return l+h+c}function Hs(s,t){return s.judged.
ridged.includes(t)?` (but reg_covar = ${s.regCovar} moves the M-step off its optimum)`:""}function Ve(s,t,e,n){
let o=e===0?"in grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most respon\
sible component",pie:"as pies of their responsibilities",none:"in grey"}[n.color],i=Ws.filter(a=>n[a]);return`${t.
data.N} samples of the data ${s.data} ${o}, ${t.K} component${t.K>1?"s":""}${i.length?` with ${i.join(", ")}`:
""}. ${de(e)}, ${ge(t,e)}.`}var tn=[.1,1,10,100],nn={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},sn={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function Ds({status:s,gap:t}){if(s==="\
collapsed"||s==="failed"||Number.isNaN(t))return"none";let e=tn.findIndex(n=>t<=n);return e<0?tn.length:e}var Mt=class{constructor(t,e,n){
this.onpick=n,this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="";let r=g("tr",{},g("th",{scope:"\
col"},"K \\ seed"),...e.map(i=>g("th",{scope:"col"},String(i)))),o=t.map(i=>g("tr",{},g("th",{scope:"row"},String(
i)),...e.map(a=>g("td",{},this._cell(i,a)))));this.table=g("table",{onkeydown:i=>this._walk(i,t,e)},g("thead",
{},r),g("tbody",{},...o)),this.sentence=g("p",{class:"emx-sentence",role:"status"},"Choose a cell to load its \
run."),this.element=g("div",{class:"emx-atlas"},g("div",{class:"emx-scroll"},this.table),Js(),this.sentence)}_cell(t,e){
let n=`${t} ${e}`,r=()=>this.sentences.get(n)??(this.why||`K = ${t}, seed ${e}: not computed yet.`),o=()=>this.
sentence.textContent=r(),i=g("button",{type:"button",tabindex:"-1","aria-label":`K ${t}, seed ${e}`,onclick:()=>this.
onpick(t,e),onfocus:o,onmouseenter:o,onmouseleave:()=>this._say(this.chosen)});return this.cells.set(n,i),i}clear(t=""){
this.sentences.clear(),this.why=t,this.sentence.textContent=t||"Choose a cell to load its run.";for(let e of this.
cells.values())e.textContent="",delete e.dataset.level}showRow(t,e){for(let[n,r]of e){let o=`${t} ${n}`,i=this.
cells.get(o);if(!i)continue;let{status:a,nll:l,sentence:c}=r;i.dataset.level=String(Ds(r)),i.textContent=nn[a],
i.setAttribute("aria-label",`K ${t}, seed ${n}: ${sn[a]}, NLL ${N(l)}`),this.sentences.set(o,`K = ${t}, seed ${n}\
. ${c}`)}this.chosen.startsWith(`${t} `)&&this._say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute(
"aria-current"),this.cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`;let n=this.
cells.get(this.chosen);n?.setAttribute("aria-current","true"),n?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t){
this.sentence.textContent=this.sentences.get(t)??this.sentence.textContent}_walk(t,e,n){let o={ArrowRight:[0,1],
ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[t.key],i=[...this.cells].find(([,h])=>h===t.target);if(!o||!i)
return;t.preventDefault(),t.stopPropagation();let[a,l]=i[0].split(" ").map(Number),c=`${en(e,a,o[0])} ${en(n,l,
o[1])}`;i[1].setAttribute("tabindex","-1"),this.cells.get(c)?.setAttribute("tabindex","0"),this.cells.get(c)?.
focus()}};function en(s,t,e){return s[Math.min(Math.max(s.indexOf(t)+e,0),s.length-1)]}function Js(){let s=(e,n)=>g(
"span",{},g("i",{"data-level":e,"aria-hidden":"true"}),n),t=e=>g("span",{},g("b",{"aria-hidden":"true"},nn[e]),
` ${sn[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",s(0,"below 0.1"),s(1,"1"),
s(2,"10"),s(3,"100"),s(4,"more"),...["poor","collapsed","unfinished","failed"].map(t))}var X=[1,2,4,8,15,30,60],At={blend:"blended",hard:"hard",pie:"pies",none:"grey"},Ys=["data","start","reg_covar"],
rn={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h4v12\
H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},on=[["ellipses","ellipses",
"1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],["con\
tours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn from"]],
Qs=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zoom","zo\
om in","only the half-steps near the marker"]];function an(s,t){let e=i=>s.controls.includes(i),n={data:W("dat\
a",s.data,i=>t({data:i})),n_components:ae("K",s.counts[0],s.counts[s.counts.length-1],i=>t({n_components:i})),
seed:ae("seed",s.seeds[0],s.seeds[s.seeds.length-1],i=>t({seed:i})),start:W("start",s.starts,i=>t({start:i})),
reg_covar:W("reg_covar",s.reg_covars,i=>t({reg_covar:Number(i)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(n).map(([i,a])=>e(i)?a.element:null)),show:i=>{n.n_components.show(i.n_components),n.seed.show(i.seed);
for(let a of Ys)n[a].choose(i[a])}}}function ln(s){let t=(p,u,f,m)=>g("button",{type:"button","aria-label":u,title:`${u}\
 (${f})`,"aria-keyshortcuts":f,onclick:m},ie(rn[p])),e=t("first","First","Home",()=>s.go(0)),n=t("back","Half-\
step back","ArrowLeft",()=>s.move(-1)),r=t("play","Play","Space",()=>s.player.toggle()),o=t("on","Half-step fo\
rward","ArrowRight",()=>s.move(1)),i=t("last","Last","End",()=>s.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>s.jump(Number(a.value))}),l=W("speed",X.map(String),p=>s.setSpeed(Number(
p)));return l.element.title="half-steps per second (+ and −)",r.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,n,r,o,i,a,l.element),show:({h:p,end:u,isPlaying:f,
text:m})=>{a.max=String(u),a.value=String(p),a.setAttribute("aria-valuetext",m),e.disabled=n.disabled=p===0,o.
disabled=i.disabled=p===u;let d=f?"Pause":"Play";r.getAttribute("aria-label")!==d&&(r.setAttribute("aria-label",
d),r.title=`${d} (Space)`,r.replaceChildren(ie(rn[f?"pause":"play"])))},showSpeed:p=>l.choose(p)}}function cn(s,t){
let e=W("samples",Object.values(At),c=>{let h=Object.keys(At);t({color:h.find(p=>At[p]===c)})});e.select.value=
At[s.color];let n={},r=(c,h)=>{t({[c]:h}),c==="bound"&&h&&!n.zoom.input.checked&&n.zoom.input.click()},o=([c,h,
p])=>(n[c]=mt(h,u=>r(c,u),p),n[c].input.checked=!!s[c],n[c].element),i=g("div",{class:"emx-layers",role:"group",
"aria-label":"data picture"},e.element,...on.map(o)),a=g("div",{class:"emx-layers",role:"group","aria-label":"\
NLL picture"},...Qs.map(o));return{left:i,right:a,show:c=>{n.bound.input.disabled=!!c?.isPart,n.truth.input.disabled=
!c?.truth,n.truth.element.title=c?.truth?on[3][2]:"the mixture these data were drawn from is not known"}}}function hn(s,t,e){let n=null,r=i=>{let a=t(Z(s,i)[0]);return a===null?!1:(e(a),!0)};s.addEventListener("point\
erdown",i=>{i.button!==0||!i.isPrimary||!r(i)||(n=i.pointerId,s.setPointerCapture(n))}),s.addEventListener("po\
intermove",i=>i.pointerId===n&&r(i));let o=()=>n=null;s.addEventListener("pointerup",o),s.addEventListener("po\
intercancel",o)}function Z(s,t){let e=s.getBoundingClientRect(),n=s.width/e.width;return[(t.clientX-e.left)*n,
(t.clientY-e.top)*n]}var Xs=18;function we(s,t,e,n){let r=Float64Array.from(s),{D:o,origin:i,axes:a,shown:l}=n.plane,c=gt(s.length,
o)+t*o;for(let h=0;h<l;h++){let p=0;for(let u=0;u<o;u++)p+=(s[c+u]-i[u])*a[u*l+h];for(let u=0;u<o;u++)r[c+u]+=
(e[h]-p)*a[u*l+h]}return r}var vt=class{constructor(t,e){this.canvas=t,this.app=e,this.component=-1,this.pointer=
null,t.addEventListener("pointerdown",r=>this._down(r)),t.addEventListener("pointermove",r=>this._move(r)),t.addEventListener(
"pointerup",r=>r.pointerId===this.pointer&&this._drop(!0)),t.addEventListener("pointercancel",r=>r.pointerId===
this.pointer&&this._drop(!1));let n=({touches:[r]})=>this.app.layout.own.isAdding||this._meanAt(Z(t,r))>=0;t.addEventListener(
"touchstart",r=>n(r)&&r.preventDefault(),{passive:!1})}letGo(){this.component=-1,this.pointer=null}_place([t,e]){
let{x:n,y:r,flat:o}=this.app.screen.plane.framed;return[n.back(t),o?0:r.back(e)]}_meanAt([t,e]){let{scene:n,screen:r,
options:o}=this.app,{plane:i}=r,{trace:a,data:l,h:c,layers:h,choice:p,canRun:u}=n,f=u&&o.controls.includes("ow\
n")&&h.ellipses;if(!a||!l||!f||a.K!==p.n_components)return-1;let m=Xs*(i.canvas.width/i.canvas.clientWidth),d=-1,
w=m;for(let x=0;x<a.K;x++){let{x:y,y:P}=i.placeOfMean(a.row(c),a.K,l,x),b=Math.hypot(y-t,P-e);b<w&&([d,w]=[x,b])}
return d}_down(t){if(t.button!==0||!t.isPrimary)return;let e=Z(this.canvas,t),{own:n}=this.app.layout;if(n.isAdding){
n.addPoint(this._place(e));return}this.component=this._meanAt(e),!(this.component<0)&&(this.pointer=t.pointerId,
this.canvas.setPointerCapture(t.pointerId),this.app.player.pause())}_move(t){let e=Z(this.canvas,t),{scene:n,layout:r}=this.
app;if(this.component>=0&&t.pointerId!==this.pointer)return;if(this.component<0||!n.trace||!n.data){let i=this.
_meanAt(e)<0?"":"grab";this.canvas.style.cursor=r.own.isAdding?"crosshair":i;return}let o=n.dragged?.row(0)??n.
trace.row(n.h);this.app.dragTo(we(o,this.component,this._place(e),n.data))}_drop(t){if(this.component<0)return;
this.letGo();let e=this.app.scene.dragged?.row(0).slice();t&&e?this.app.startFrom(e):this.app.dragTo(null)}};var z="own start",A="own points",Nt=["data","n_components","seed","start","reg_covar","own_start","own_points"];
function ye(s){return JSON.stringify([s.data,s.data===A?s.own_points:0])}function fn(s){let t=s.start===z?s.own_start:
0;return JSON.stringify([ye(s),s.n_components,s.start,s.reg_covar,t])}function k(s){return`${fn(s)} ${s.seed}`}
function V(s){return fn({...s,n_components:0})}var Tt=class{constructor(t){this.app=t,this.isAdding=!1,this.wanted=this.given=0,this.why=g("p",{}),this.element=
this._panel()}_panel(){let t=c=>g("input",{type:"number",step:"any",value:"0","aria-label":c}),[e,n,r]=[t("x₁"),
t("x₂"),t("component")];r.min="0";let o=()=>[e,n].map(c=>c.value===""?NaN:Number(c.value)),i=mt("a click add\
s a point",c=>this.isAdding=c,"otherwise, drag a mean to set the start"),a=(c,h)=>g("button",{type:"button",onclick:h},
c),l=(c,h)=>g("label",{},g("span",{},c),h);return g("details",{class:"emx-own"},g("summary",{},"Your own start\
 and data"),g("p",{},"Drag a mean: EM starts from the mixture you see, with that mean moved. Or enter numbers:"),
g("div",{class:"emx-bar"},l("x₁",e),l("x₂",n),l("component",r),a("Move its mean there",()=>this.setMean(Number(
r.value),o())),a("Add a point there",()=>this.addPoint(o()))),g("div",{class:"emx-bar"},i.element,a("Remove al\
l points",()=>this.removePoints())),this.why)}open(){this.element.open=!0}_isPlace(t){let e=t.every(Number.isFinite);
return e||this.app.say("Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:n}=this.app,{trace:r,data:o,
choice:i,h:a}=n;this._isPlace(e)&&(!r||!o||r.K!==i.n_components?this.app.say("There is no picture of this choi\
ce yet, so there is no mean to move."):!Number.isInteger(t)||!(t>=0&&t<r.K)?this.app.say(`There is no componen\
t ${t}: the components are 0 to ${r.K-1}.`):this.app.startFrom(we(r.row(a),t,e,o)))}addPoint(t){let{app:e}=this,
{data:n,choice:r}=e.scene;if(!this._isPlace(t))return;if(n&&n.D!==2){e.say("Points can be added to data of two\
 features: choose another data set.");return}let i=[...r.data===A?r.own_points:Zs(n),t];this._remember(),this.
given=Math.min(this.wanted,i.length);let a=this.given===r.n_components?{}:{n_components:this.given};e.choose({
data:A,own_points:i,...a})}removePoints(){this._remember(),this.app.choose({data:A,own_points:[]})}fit(t){t.own_points.
length&&(this.wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){
let{data:t,n_components:e}=this.app.scene.choice;(t!==A||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.
element.querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function Zs(s){
return s?Array.from({length:s.N},(t,e)=>[s.X[2*e],s.X[2*e+1]]):[]}var Vs=250,Et=class{constructor(t,e,n){this.pictures=t,this.transport=e,this.settled=n,this.timer=0,this.badge=
g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=g("span",{class:"emx-wei\
ghts",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"emx-why"}),this.live=g(
"p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,this.where,this.weights),
this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,n){let{badge:r,where:o,
weights:i,why:a}=this,{dragged:l,isPlaying:c,canRun:h,layers:p}=t,u=de(n),f=l?tr(e,n):ge(e,n);r.textContent=n===
e.failed?`${u} failed`:u,r.dataset.name=O(n),o.textContent=f+(l?"":Qe(e,h,n)),i.textContent=Xe(e,n),a.textContent=
Ze(e,n,p.bound);let m=n===e.failed||n===0&&e.failed>0||e.rises(n);a.classList.toggle("emx-alarm",m),this.transport.
show({h:n,end:e.last,isPlaying:c,text:`${u}, ${f}`}),clearTimeout(this.timer),c||(this.timer=window.setTimeout(
()=>this._readOut(t,e,n,f),Vs))}clear(t){for(let e of[this.badge,this.where,this.weights,this.why])e.textContent=
"";delete this.badge.dataset.name,this.why.classList.remove("emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,
text:"no points yet"}),clearTimeout(this.timer),this.live.textContent=t}_readOut(t,e,n,r){let{badge:o,where:i,
why:a,live:l,pictures:c}=this;l.textContent=`${o.textContent}, ${i.textContent}. ${a.textContent}`,c.left.setAttribute(
"aria-label",Ve(t.choice,e,n,t.layers));let[h,p]=[e.nll[0],e.nll[e.nll.length-1]].map(N),u=Math.floor(e.last/2);
c.right.setAttribute("aria-label",`The negative log-likelihood over ${u} iterations, from ${h} to ${p}; marked\
: ${r}.`),this.settled()}};function tr(s,t){let e=s.nll[s.nll.length-1],n=s.isRunning?"":`; from here EM ends \
at ${N(e)}`;return`dragged, NLL ${N(s.nllAt(t))}${n}`}var un="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, f full screen, Esc back to the notebook.",Ot=class{constructor(t,e){let n=o=>t.controls.includes(o),
r=o=>g("canvas",{role:"img","aria-label":o});this.left=r("the data"),this.right=r("the negative log-likelihood"),
this.controls=an(t,o=>e.choose(o)),this.transport=ln(e),this.transport.showSpeed(e.player.speed),this.layers=cn(
e.scene.layers,o=>e.setLayers(o)),this.note=g("p",{class:"emx-note"}),this.problem=g("p",{class:"emx-problem",
role:"alert"}),this.said=g("p",{class:"emx-said",role:"alert"}),this.status=new Et(this,this.transport,()=>e.settled()),
this.atlas=new Mt(t.counts,t.seeds,(o,i)=>e.choose({n_components:o,seed:i})),this.atlas.element.hidden=!0,this.
own=new Tt(e),this.panels=[this.left,this.right].map(o=>g("div",{class:"emx-panel"},g("img",{hidden:!0}),o)),this.
stage=g("div",{class:"emx-panels",tabindex:"0",role:"group","aria-label":`Pictures of EM. ${un}`},...this.panels),
this.element=g("div",{class:"emx",role:"region","aria-label":"EM explorer",tabindex:"-1"},this.controls.element,
this.problem,this.said,this.stage,n("layers")?g("div",{class:"emx-under"},this.layers.left,this.layers.right):
null,this.transport.element,...this.status.elements,this.note,er(e,n,t.large),this.atlas.element,g("div",{hidden:!n(
"own")},this.own.element)),this.element.classList.toggle("emx-large",t.large)}showChoice(t){this.controls.show(
t),this.said.textContent="",this.atlas.choose(t.n_components,t.seed)}get isLarge(){return this.element.classList.
contains("emx-large")}};function er(s,t,e){let n=(o,i,a=!1)=>{let l=g("button",{type:"button","aria-pressed":String(
a)},o);return l.onclick=()=>l.setAttribute("aria-pressed",String(i())),l},r={type:"button",onclick:()=>s.surroundings.
toggleFullScreen()};return g("div",{class:"emx-bar emx-foot"},t("atlas")?n("Atlas of K and seeds",()=>s.showing.
toggleAtlas()):null,t("view")?n("Large type",()=>s.surroundings.toggleLarge(),e):null,t("view")?g("button",r,"\
Full screen"):null,g("details",{class:"emx-keys"},g("summary",{},"Keys"),g("p",{},un)))}var nr="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",kt=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${nr} ${Pt(this.layout.element)}.`,this.layout.own.limit(this.reason),this.tell()}keepStills(){if(this.
isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;e.src=t.toDataURL(),e.
alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};var Lt=class{constructor(t,e,n){this.choice=t,this.h=e,this.layers={...n},this.data=null,this.trace=null,this.
dragged=null,this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.choice.data===A&&!this.choice.own_points.
length}};function tt(s,t){let e=s/Math.max(t,1),n=10**Math.floor(Math.log10(e));return[1,2,5,10].map(r=>r*n).find(r=>r>=
e)??10*n}function pn(s,t,e){if(!(t>s))return[s];let n=tt(t-s,e),r=[];for(let o=Math.ceil(s/n-1e-9);o*n<=t+1e-9*
n;o++)r.push(o*n||0);return r}function mn(s,t,e=Math.abs(s)){Math.abs(s)<1e-9*t&&(s=0);let n=-Math.floor(Math.
log10(t)+1e-9),r=Math.floor(Math.log10(Math.abs(s)||1)+1e-9),o=e<1e6&&n<=5;return!o&&s===0?"0":(o?s.toFixed(Math.
max(0,n)):s.toExponential(Math.min(Math.max(r+n,0),12))).replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function dn(s){
let[t,e]=[s[0],s[s.length-1]];if(!(e>t)||t<=0&&e>=0)return 0;let[n,r]=[Math.abs(t),Math.abs(e)].sort((h,p)=>h-
p),o=(h,p)=>Math.floor(h/10**p),i=(h,p)=>{let u=h;for(;!p(u);)u--;return u+1},a=Math.ceil(Math.log10(r)),l=i(a,
h=>o(n,h)!==o(r,h));(r-n)/10**l<=.01&&(l=i(a,h=>o(r,h)-o(n,h)>1));let c=o(r,l);return c>=1e3?Math.sign(t)*Number(
(c*10**l).toPrecision(15)):0}function gn(s){return(Math.abs(s)>=1e6||s!==0&&Math.abs(s)<.001?s.toExponential().
replace("e+","e"):String(s)).replaceAll("-","−")}function be(s,t,e){let n=1/0,r=-1/0;for(let o=e;o<s.length;o+=
t)n=Math.min(n,s[o]),r=Math.max(r,s[o]);return[n,r]}function C([s,t],[e,n]){let r=(n-e)/(t-s||1);return{low:s,
high:t,to:o=>e+(o-s)*r,back:o=>s+(o-e)/r}}function xe([s,t]){return t-s>1e-12*Math.max(Math.abs(s),Math.abs(t))?
t-s:0}function wn(s){return Math.max(1,...s.flat().map(t=>1e3*1e-12*Math.abs(t)))}function yn(s,t=.08){let e=t*
(xe(s)||wn([s]));return[s[0]-e,s[1]+e]}function xn(s,t,e,n=.08){let r=[xe(s),xe(t)],[o,i]=[...r].sort((f,m)=>f-
m),a=!(o>0&&o<.25*i),l=i||wn([s,t]),c=[e.width,e.height],h=c.map((f,m)=>f/(r[m]+2*n*(a?l:r[m])));a&&(h=h.fill(
Math.min(...h)));let[p,u]=[s,t].map(([f,m],d)=>{let w=c[d]/h[d]/2;return[f+(m-f)/2-w,f+(m-f)/2+w]});return{equal:a,
units:h,x:C(p,[e.left,e.left+e.width]),y:C(u,[e.top+e.height,e.top])}}function bn(s,t,e,n){let r=[];for(let o=0;o<
e-1;o++)for(let i=0;i<t-1;i++){let a=o*t+i,l=[s[a],s[a+1],s[a+t+1],s[a+t]],c=[];for(let h=0;h<4;h++){let p=l[h]-
n,u=l[(h+1)%4]-n;if(p<0==u<0)continue;let f=p/(p-u);c.push([[i+f,o],[i+1,o+f],[i+1-f,o+1],[i,o+1-f]][h])}for(let h=0;h+
1<c.length;h+=2)r.push([...c[h],...c[h+1]])}return r}var sr=.86,rr=1.6;function T(s,t,e,n,r){s.beginPath(),s.moveTo(t,e),s.lineTo(t+n,e+r),s.stroke()}function et(s,t){
s.font=`${sr*t.size*t.scale}px ${t.family}`}function Pe(s,t,e,n=!1){let r=tt(t-s,e),o=pn(s,t,e),i=n?dn(o):0,a=Math.
max(...o.map(l=>Math.abs(l-i)));return o.map(l=>({value:l,offset:i,text:mn(l-i,r,a)}))}function Pn(s,t){let e=t[0]?.
offset;return e?`${s} ${e>0?"−":"+"} ${gn(Math.abs(e))}`:s}function Mn(s,t){return t.reduce((e,{text:n})=>Math.
max(e,s.measureText(n).width),0)}function or(s,t,e,n,r){let o=Math.min(8,n/(4.5*r)),i=Pe(t,e,o,!0);for(;o>1&&i.
length*(Mn(s,i)+r)>n;)o/=1.5,i=Pe(t,e,o,!0);return i}function nt(s,t,e,n=8,r=!1){return Pe(s.low,s.high,Math.min(
n,t/(3.5*e)),r)}function It(s,t,e){et(s,e);let n=e.size*e.scale;return Math.ceil((rr+.7+Mn(s,t)/n)*2)*.5*n}function _t(s,t,e){
s.strokeStyle=e.line,s.lineWidth=e.scale,s.strokeRect(t.left,t.top,t.width,t.height),s.fillStyle=e.soft,et(s,e)}
function St(s,t,e,n,r,{own:o,note:i=""}={}){let a=r.size*r.scale;s.textAlign="center",s.textBaseline="top";let l=o??
or(s,e.low,e.high,t.width,a);for(let{value:c,text:h}of l)T(s,e.to(c),t.top+t.height,0,.3*a),s.fillText(h,e.to(
c),t.top+t.height+.4*a);s.fillText(Pn(n,l)+i,t.left+t.width/2,t.top+t.height+1.7*a)}function zt(s,t,e,n,r,o,i=-.3*
o.size*o.scale){let a=o.size*o.scale;s.textAlign="right",s.textBaseline="middle";for(let{value:l,text:c}of n)T(
s,t.left,e.to(l),i,0),s.fillText(c,t.left-.45*a,e.to(l));s.save(),s.translate(.75*a,t.top+t.height/2),s.rotate(
-Math.PI/2),s.textAlign="center",s.fillText(Pn(r,n),0,0),s.restore()}var st=12,ir=6;function An(s,t,e){if(!e.zoom)return[0,Math.max(s.last,1)];let n=Math.max(0,Math.min(t-st,s.last-
2*st));return[n,Math.max(Math.min(n+2*st,s.last),n+1)]}function vn(s,t,e,n){let r=1/0,o=-1/0,i=u=>{Number.isFinite(
u)&&(r=Math.min(r,u),o=Math.max(o,u))},l=s.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let u=Math.
min(l,e);u<=e;u++)i(s.nllAt(u)),n.bound&&i(s.nllAt(u)+s.gapIfKnown(u));if(o<r)return{low:0,high:1,clipped:!1};
let c=Math.max(o-r,1e-9*Math.abs(o),1e-9),h=t<2?s.nll[0]:-1/0,p=h-r>4*c&&e>2;return o=p?o+.25*c:Math.max(o,h),
o-r<1e-6&&([r,o]=[r-.5,o+.5]),{low:r,high:o,clipped:p}}function Nn(s,t){let e=Math.max(1,tt((s.high-s.low)/2,Math.
min(8,t))),n=[];for(let r=Math.ceil(s.low/2/e)*e;2*r<=s.high;r+=e)n.push({value:2*r,text:String(r)});return n}
function Tn(s,t,e,n){let r=performance.now();s.gap(n);for(let o=1;o<=e-t;o++)for(let i of[n-o,n+o])if(!(i<Math.
max(t,1)||i>e||!Number.isNaN(s.gapIfKnown(i)))&&(s.gap(i),performance.now()-r>ir))return!1;return!0}var Ft=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=null}halfStepAt(t){if(!this.
framed)return null;let{box:e,x:n}=this.framed;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.round(
n.back(t)):null}clear(t){let{context:e,canvas:n}=this;this.framed=null,e.fillStyle=t.paper,e.fillRect(0,0,n.width,
n.height)}draw({trace:t,h:e,layers:n,look:r,marked:o}){let{context:i,canvas:a}=this;this.clear(r);let l=r.size*
r.scale,[c,h]=An(t,e,n),p=!n.bound||Tn(t,c,h,e),{low:u,high:f,clipped:m}=vn(t,c,h,n),[d,w]=[.6*l,a.height-3.7*
l],x=C([u,f],[d+w-.5*l,d+.5*l]),y=nt(x,w,l,7),P=It(i,y,r),b={left:P,top:d,width:a.width-P-.8*l,height:w},j=C([
c,Math.max(h,c+1)],[b.left+.4*l,b.left+b.width-.6*l]);return this.framed={box:b,x:j},_t(i,b,r),zt(i,b,x,y,"neg\
ative log-likelihood",r,b.width),St(i,b,j,"iteration",r,{own:Nn(j,b.width/(4*l))}),i.save(),i.beginPath(),i.rect(
b.left,b.top,b.width,b.height),i.clip(),n.bound&&this._bound(t,c,h,j,x,r),this._curve(t,c,h,j,x,r,n),i.restore(),
this._events(t,c,h,j,x,r,b),m&&c===0&&this._startNote(t,b,r),n.bound&&this._legend(b,r),o&&this._marker(t,e,j,
x,r,n,b),p}_curve(t,e,n,r,o,i,a){let{context:l}=this;l.strokeStyle=i.ink,l.lineWidth=2*i.scale,l.lineJoin="rou\
nd",l.beginPath();for(let c=e;c<=n;c++)l.lineTo(r.to(c),o.to(t.nllAt(c)));if(l.stroke(),!(n-e>4*st))for(let c=e;c<=
n;c++){let h=a.bound?[t.nllAt(c),t.nllAt(c)+t.gap(c)]:[t.nllAt(c)];l.fillStyle=O(c)==="E"?i.E:O(c)==="M"?i.M:i.
ink,h.forEach(p=>this._dot(r.to(c),o.to(p),3*i.scale,O(c)))}}_dot(t,e,n,r){let{context:o}=this;o.beginPath(),r===
"M"?o.rect(t-.88*n,e-.88*n,1.76*n,1.76*n):o.arc(t,e,n,0,2*Math.PI),o.fill()}_bound(t,e,n,r,o,i){let{context:a}=this,
l=[];for(let h=Math.max(e,1);h<=n;h++)Number.isNaN(t.gapIfKnown(h))||l.push(h);let c=h=>t.nllAt(h)+t.gapIfKnown(
h);a.fillStyle=i.M,a.globalAlpha=.25,a.beginPath(),l.forEach(h=>a.lineTo(r.to(h),o.to(c(h)))),[...l].reverse().
forEach(h=>a.lineTo(r.to(h),o.to(t.nllAt(h)))),a.fill(),a.globalAlpha=1,a.strokeStyle=i.M,a.lineWidth=1.8*i.scale,
a.setLineDash([6*i.scale,4*i.scale]),a.beginPath(),l.forEach(h=>a.lineTo(r.to(h),o.to(c(h)))),a.stroke(),a.setLineDash(
[])}_events(t,e,n,r,o,i,a){let{context:l}=this;l.fillStyle=l.strokeStyle=i.alarm;let c=5*i.scale;for(let h of t.
run.rises){if(h<e||h>n)continue;let p=Math.max(o.to(t.nllAt(h)),a.top+c);l.beginPath(),l.moveTo(r.to(h),p-1.4*
c),l.lineTo(r.to(h)+c,p+.6*c),l.lineTo(r.to(h)-c,p+.6*c),l.fill()}if(t.failed>=e&&t.failed<=n){let h=r.to(t.failed);
l.lineWidth=2.5*i.scale,l.setLineDash([4*i.scale,4*i.scale]),T(l,h,a.top,0,a.height),l.setLineDash([]);let p=o.
to(t.nllAt(t.failed));T(l,h-c,p-c,2*c,2*c),T(l,h-c,p+c,2*c,-2*c)}}_marker(t,e,n,r,o,i,a){let{context:l}=this,c=o.
size*o.scale,h=O(e),p=h==="E"?o.E:h==="M"?o.M:o.ink,u=n.to(e),f=Math.max(r.to(t.nllAt(e)),a.top);if(l.strokeStyle=
p,l.lineWidth=o.scale,T(l,u,a.top+a.height,0,Math.min(0,f-a.top-a.height)),i.bound&&t.gap(e)>0){let d=Math.max(
r.to(t.nllAt(e)+t.gap(e)),a.top);l.lineWidth=3.5*o.scale,T(l,u,f,0,d-f)}let m=[[o.paper,.58*c],[p,.42*c]];for(let[
d,w]of m)l.fillStyle=d,this._dot(u,f,w,h)}_legend(t,e){let{context:n}=this,r=e.size*e.scale,o=[["NLL",e.ink,[]],
["bound (NLL + KL)",e.M,[6,4]]];et(n,e);let i=n.measureText(o[1][0]).width+2.6*r,a=t.left+t.width-i-.4*r;n.fillStyle=
e.paper,n.fillRect(a,t.top+.3*r,i,2.7*r),n.textAlign="left",n.textBaseline="middle",o.forEach(([l,c,h],p)=>{let u=t.
top+(1+1.3*p)*r;n.strokeStyle=c,n.lineWidth=2*e.scale,n.setLineDash(h.map(f=>f*e.scale)),T(n,a+.2*r,u,1.6*r,0),
n.setLineDash([]),n.fillStyle=e.soft,n.fillText(l,a+2.2*r,u)})}_startNote(t,e,n){let{context:r}=this,o=n.size*
n.scale;et(r,n),r.textAlign="left",r.textBaseline="top";let i=`↑ start: ${t.nll[0].toFixed(1)}`,a=e.left+1.6*
o;r.fillStyle=n.paper,r.fillRect(a-.2*o,e.top+.3*o,r.measureText(i).width+.4*o,1.1*o),r.fillStyle=n.soft,r.fillText(
i,a,e.top+.4*o)}};function D(s,t,e,n){let{D:r,origin:o,axes:i,shown:a}=e,l=E(s,t,r,n),c=v(s,t,r,n),h=[0,0],p=[0,0,0];for(let u=0;u<
r;u++){for(let f=0;f<a;f++)h[f]+=(l[u]-o[u])*i[u*a+f];for(let f=0;f<r;f++){let m=c[u*r+f],d=i[u*a],w=a>1?i[u*a+
1]:0;p[0]+=d*m*i[f*a],a>1&&(p[1]+=d*m*i[f*a+1],p[2]+=w*m*i[f*a+1])}}return{weight:s[n],place:h,spread:p}}function En([
s,t,e]){let n=(s+e)/2,r=Math.hypot((s-e)/2,t);return{long:Math.sqrt(Math.max(n+r,0)),short:Math.sqrt(Math.max(
n-r,0)),angle:.5*Math.atan2(2*t,s-e)}}function On(s,t,e){let n=0;for(let{weight:r,place:o,spread:i}of s){let[a,
l,c]=i,h=a*c-l*l;if(!(h>0))continue;let p=t-o[0],u=e-o[1],f=(c*p*p-2*l*p*u+a*u*u)/h;n+=r*Math.exp(-.5*f)/(2*Math.
PI*Math.sqrt(h))}return n}function Me({weight:s,place:t,spread:e},n){let r=(n-t[0])**2/e[0];return s*Math.exp(
-.5*r)/Math.sqrt(2*Math.PI*e[0])}var ar=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],lr={light:"#6A3D9A",dark:"\
#C9A6F2"},cr={light:"#00606B",dark:"#6FD3DF"};function Ct(s){let t=s.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(n=>parseInt(e.slice(n,n+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function hr(s){let[t,e,n]=Ct(s);return .299*t+.587*e+.114*n<128}function kn(s,t){let e=getComputedStyle(
s),n=e.backgroundColor,r=hr(n),o=ar.map(i=>r&&i==="#000000"?"#FFFFFF":i);return{dark:r,paper:n,colors:o,colorBytes:o.
map(Ct),paperBytes:Ct(n),greyBytes:Ct(r?"#9A9A9A":"#767676"),ink:e.color,soft:r?"#B5B5B5":"#595959",line:r?"#4\
A4A4A":"#D5D5D5",alarm:r?"#FF9E80":"#A61B00",E:lr[r?"dark":"light"],M:cr[r?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var $=s=>(t,e,n,r)=>{s.forEach(([o,i],a)=>t[a?"lineTo":"moveTo"](e+o*r,n+
i*r)),t.closePath()},Ln=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],fr=Ln.map(([s,t])=>[(s-t)*.75,(s+t)*.75]),ur=Array.from({length:10},(s,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),Ae=[(s,t,e,n)=>s.arc(t,e,.9*n,0,2*Math.PI),
$([[0,-1],[.95,.75],[-.95,.75]]),$([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),$([[0,-1.1],[1.1,0],[0,1.1],[-1.1,0]]),
$([[0,1],[.95,-.75],[-.95,-.75]]),$(Ln),$(fr),$(ur)];var pr=[.5,1.5,3,5,8,12],L=64;function rt(s,t){return[s.x.to(t[0]),s.y.to(s.flat?0:t[1])]}var jt=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,n){return Array.from({length:e},(r,o)=>D(t,e,n.plane,o))}mixture(t,e,n,r,o){
let i=this._parts(e.row(n),e.K,t);this.framed.flat?(r.contours||r.ellipses)&&this._curves(i,r,o):r.contours&&this.
_contours(i,o),r.trails&&this._trails(t,e,n,o),r.ellipses&&i.forEach((a,l)=>this._spread(a,o.colors[l%o.colors.
length],o,[]))}_spread({place:t,spread:e},n,r,o){let{context:i,framed:a}=this;i.strokeStyle=n,i.setLineDash(o.
map(l=>l*r.scale));for(let l of[1,2]){if(i.lineWidth=(l===1?2.4:1.6)*r.scale*Math.sqrt(r.size/14),i.beginPath(),
a.flat){let c=a.y.to(0)+(l===1?3:8)*r.scale,h=l*Math.sqrt(e[0]);i.moveTo(a.x.to(t[0]-h),c),i.lineTo(a.x.to(t[0]+
h),c)}else{let[c,h]=a.units,{long:p,short:u,angle:f}=En([e[0]*c*c,e[1]*c*h,e[2]*h*h]),[m,d]=[a.x.to(t[0]),a.y.
to(t[1])];i.ellipse(m,d,p*l,u*l,-f,0,2*Math.PI)}i.stroke()}i.setLineDash([])}_trails(t,e,n,r){let{context:o,framed:i}=this,
a=e.paramsIndex(n);o.lineWidth=1.4*r.scale;for(let l=0;l<e.K;l++){o.strokeStyle=o.fillStyle=r.colors[l%r.colors.
length],o.beginPath();for(let p=0;p<=a;p++){let[u,f]=rt(i,D(e.rowAt(p),e.K,t.plane,l).place);p?o.lineTo(u,f):o.
moveTo(u,f)}o.stroke();let[c,h]=rt(i,D(e.rowAt(0),e.K,t.plane,l).place);o.beginPath(),o.arc(c,h,2.6*r.scale,0,
2*Math.PI),o.fill()}}_contours(t,e){let{context:n,framed:r}=this,{box:o,x:i,y:a}=r,l=new Float64Array(L*L),c=-1/0;
for(let u=0;u<L;u++)for(let f=0;f<L;f++){let m=o.left+f/(L-1)*o.width,d=o.top+u/(L-1)*o.height,w=Math.log(On(t,
i.back(m),a.back(d))+1e-300);l[u*L+f]=w,c=Math.max(c,w)}n.strokeStyle=e.soft,n.lineWidth=e.scale,n.beginPath();
let h=o.width/(L-1),p=o.height/(L-1);for(let u of pr)for(let[f,m,d,w]of bn(l,L,L,c-u))n.moveTo(o.left+f*h,o.top+
m*p),n.lineTo(o.left+d*h,o.top+w*p);n.stroke()}_curves(t,e,n){let{context:r,framed:o}=this,{box:i,x:a,y:l}=o,c=(h,p,u)=>{
r.strokeStyle=h,r.lineWidth=p*n.scale,r.beginPath();for(let f=i.left;f<=i.left+i.width;f+=2*n.scale)r.lineTo(f,
l.to(u(a.back(f))));r.stroke()};e.contours&&c(n.soft,1.6,h=>t.reduce((p,u)=>p+Me(u,h),0)),e.ellipses&&t.forEach(
(h,p)=>{c(n.colors[p%n.colors.length],2,u=>Me(h,u))})}end(t,e,n){let r=e.rowAt(e.nll.length-1);this._parts(r,e.
K,t).forEach((o,i)=>{this._spread(o,n.colors[i%n.colors.length],n,[2,3])})}truth(t,e){if(!t.truth)return;let{K:n,
row:r}=t.truth;for(let o of this._parts(r,n,t)){this._spread(o,e.ink,e,[5,4]);let[i,a]=rt(this.framed,o.place);
T(this.context,i-5*e.scale,a,10*e.scale,0),T(this.context,i,a-5*e.scale,0,10*e.scale)}}};var mr=(s,t)=>{let e=Math.atan2(s,-t),r=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(s,t)<.48+.52*(1-
r)**1.6},Rt=[(s,t)=>s*s+t*t<.8,(s,t)=>t<.72&&t>1.9*Math.abs(s)-1.05,(s,t)=>Math.max(Math.abs(s),Math.abs(t))<.78,
(s,t)=>Math.abs(s)+Math.abs(t)<1.05,(s,t)=>t>-.72&&-t>1.9*Math.abs(s)-1.05,(s,t)=>Math.min(Math.abs(s),Math.abs(
t))<.34&&Math.max(Math.abs(s),Math.abs(t))<.95,(s,t)=>Math.min(Math.abs(s+t),Math.abs(s-t))<.46&&Math.max(Math.
abs(s),Math.abs(t))<.85,mr];function dr(s,t){let e=Rt[s%Rt.length],n=Math.ceil(t),r=[];for(let o=-n;o<=n;o++)for(let i=-n;i<=
n;i++){let a=0;for(let l=0;l<16;l++){let c=i-.5+(l%4+.5)/4,h=o-.5+(Math.floor(l/4)+.5)/4;e(c/t,h/t)&&a++}if(a){
let l=(Math.atan2(i,-o)/(2*Math.PI)+1)%1||.01;r.push({dx:i,dy:o,cover:a/16,turn:l})}}return{n:r.length,reach:n,
dx:Int32Array.from(r,({dx:o})=>o),dy:Int32Array.from(r,({dy:o})=>o),cover:Float64Array.from(r,({cover:o})=>o),
turn:Float64Array.from(r,({turn:o})=>o)}}var ot=class{constructor(t,e,n){this.width=t,this.height=e,this.bytes=
n,this.words=new Uint32Array(n.buffer,n.byteOffset,t*e),this.masks=new Map}clear([t,e,n]){this.words.fill((255<<
24|n<<16|e<<8|t)>>>0)}_masks(t){let e=this.masks.get(t)??Rt.map((n,r)=>dr(r,t));return this.masks.set(t,e),e}draw({
at:t,r:e,K:n,how:r,colors:o,grey:i,paper:a,radius:l,halo:c}){let h=t.length/2,p=this._masks(l),u=this._masks(l+
1);for(let f=0;f<h;f++){let m=Math.round(t[2*f]),d=Math.round(t[2*f+1]),w=e?gr(e,f*n,n):0,x=e&&r!=="pie"?w%Rt.
length:0;c&&this._stamp(m,d,u[x],a,c),e?r==="pie"?this._pie(m,d,p[0],e,f*n,n,o):r==="hard"?this._stamp(m,d,p[x],
o[w],1):this._stamp(m,d,p[x],wr(e,f*n,n,o),1):this._stamp(m,d,p[0],i,1)}}_stamp(t,e,n,r,o){if(!this._reaches(t,
e,n))return;let{bytes:i,words:a}=this,{n:l,dx:c,dy:h,cover:p}=n,{0:u,1:f,2:m}=r,d=(255<<24|Math.round(m)<<16|Math.
round(f)<<8|Math.round(u))>>>0;for(let w=0;w<l;w++){let x=(e+h[w])*this.width+t+c[w],y=p[w]*o;if(y===1){a[x]=d;
continue}let P=4*x;i[P]+=(u-i[P])*y,i[P+1]+=(f-i[P+1])*y,i[P+2]+=(m-i[P+2])*y}}_pie(t,e,n,r,o,i,a){if(!this._reaches(
t,e,n))return;let{bytes:l}=this;for(let c=0;c<n.n;c++){let h=0;for(let u=r[o];u<=n.turn[c]&&h<i-1;u+=r[o+h])h++;
let p=4*((e+n.dy[c])*this.width+t+n.dx[c]);for(let u=0;u<3;u++)l[p+u]+=(a[h][u]-l[p+u])*n.cover[c]}}_reaches(t,e,{
reach:n}){return t>=n&&e>=n&&t<this.width-n&&e<this.height-n}};function gr(s,t,e){let n=0;for(let r=1;r<e;r++)
s[t+r]>s[t+n]&&(n=r);return n}var ve=new Float64Array(3);function wr(s,t,e,n){ve.fill(0);for(let r=0;r<e;r++)if(!(s[t+
r]<1e-4))for(let o=0;o<3;o++)ve[o]+=s[t+r]*n[r][o];return ve}var In=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],qt=5,_n=.2,Kt=class{constructor(t){this.canvas=t,this.context=
t.getContext("2d"),this.pixels=this.context.createImageData(1,1),this.image=new ot(1,1,this.pixels.data),this.
framed={}}_frame(t,e,n){let{width:r,height:o}=this.canvas,i=this.framed;if(i.data===t&&i.width===r&&i.height===
o&&i.size===e.size)return;let a=t.plane.shown===1,l=be(t.places,2,0),c=be(t.places,2,1),h=n&&i.units&&!a&&!i.flat&&
i.width===r&&xr(i,l,c),{box:p,x:u,y:f,units:m,equal:d}=h?i:this._fitted(l,c,a,e),w=new Float64Array(2*t.N);for(let y=0;y<
t.N;y++){w[2*y]=u.to(t.places[2*y]);let P=p.height*(1-_n*(.15+.7*(y*.618034%1)));w[2*y+1]=a?p.top+P:f.to(t.places[2*
y+1])}this.framed={data:t,width:r,height:o,size:e.size,box:p,x:u,y:f,units:m,equal:d,flat:a,at:w};let x=this.context.
createImageData(r,o);this.pixels=x,this.image=new ot(r,o,x.data)}_fitted(t,e,n,r){let{width:o,height:i}=this.canvas,
a=r.size*r.scale,l=3.4*a;for(let c=0;;c++){let h={left:l,top:.6*a,width:o-l-.6*a,height:i-3.7*a},p=n?br(t,h):xn(
t,e,h),u=Math.max(3.4*a,It(this.context,nt(p.y,h.height,a,8,!n),r));if(u<=l||c===2)return{box:h,...p};l=u}}draw({
data:t,trace:e,h:n,layers:r,look:o,keep:i,showsEnd:a}){this._frame(t,o,i);let{context:l,framed:c}=this;this._points(
t,e,n,r,o),l.lineJoin="round",this._axes(t,o),l.save(),l.beginPath(),l.rect(c.box.left,c.box.top,c.box.width,c.
box.height),l.clip();let h=new jt(l,c);e&&h.mixture(t,e,n,r,o),r.truth&&t.truth&&h.truth(t,o),e&&a&&h.end(t,e,
o),l.restore(),e&&r.ellipses&&this._means(t,e,n,o)}clear(t){let{context:e,canvas:n,framed:r}=this,{width:o,height:i}=n,
l=r.units&&!r.flat&&r.width===o&&r.height===i?r:this._fitted([-qt,qt],[-qt,qt],!1,t);this.framed={...l,data:null,
width:o,height:i,size:t.size,flat:!1,at:new Float64Array(0)},e.fillStyle=t.paper,e.fillRect(0,0,o,i),this._axes(
{labels:["x₁","x₂"]},t)}_points(t,e,n,r,o){let i=(In.find(([l])=>t.N<=l)??In[0])[1],a=t.N>1500;this.image.
clear(o.paperBytes),this.image.draw({at:this.framed.at,r:e&&r.color!=="none"?e.responsibilities(n):null,K:e?.K??
0,how:r.color,colors:o.colorBytes,grey:o.greyBytes,paper:o.paperBytes,radius:i*o.scale*Math.sqrt(o.size/14)*(r.
color==="pie"?1.35:1),halo:a?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(t,e){let{context:n,framed:r}=this,
{box:o,x:i,y:a,flat:l,equal:c}=r,h=nt(a,o.height,e.size*e.scale,8,!l).filter(({value:p})=>!l||p>=0);_t(n,o,e),
St(n,o,i,t.labels[0],e,{note:c?"":`, not to the scale of ${t.labels[1]}`}),zt(n,o,a,h,l?"density":t.labels[1],
e)}placeOfMean(t,e,n,r){let{box:o}=this.framed,[i,a]=rt(this.framed,D(t,e,n.plane,r).place),l=(p,u,f)=>Math.min(
Math.max(p,u),u+f),[c,h]=[l(i,o.left,o.width),l(a,o.top,o.height)];return{x:c,y:h,outside:c!==i||h!==a}}_besideMean(t,e,n,r){
let{box:o}=this.framed;return[t+1.2*n+r<o.left+o.width?t+.8*n:t-n-r,e-3*n>o.top?e-.6*n:e+2.8*n]}_means(t,e,n,r){
let{context:o}=this,i=e.row(n),a=7.5*r.scale*Math.sqrt(r.size/14);o.font=`600 ${.95*r.size*r.scale}px ${r.family}`,
o.textAlign="left",o.textBaseline="bottom";for(let c=0;c<e.K;c++){let{x:h,y:p,outside:u}=this.placeOfMean(i,e.
K,t,c);o.beginPath(),Ae[c%Ae.length](o,h,p,a),o.strokeStyle=r.paper,o.lineWidth=5*r.scale,o.stroke(),o.strokeStyle=
u?r.colors[c%r.colors.length]:r.ink,o.lineWidth=1.6*r.scale,o.fillStyle=u?r.paper:r.colors[c%r.colors.length],
o.fill(),o.stroke()}let l=Array.from({length:e.K},(c,h)=>this.placeOfMean(i,e.K,t,h));for(let{x:c,y:h,text:p}of yr(
l,1.5*a)){let u=this._besideMean(c,h,a,o.measureText(p).width);o.strokeStyle=r.paper,o.lineWidth=4*r.scale,o.strokeText(
p,...u),o.fillStyle=r.ink,o.fillText(p,...u)}}};function yr(s,t){let e=[];return s.forEach(({x:n,y:r},o)=>{let i=e.
find(a=>Math.hypot(a.x-n,a.y-r)<t);i?i.text+=`, ${o}`:e.push({x:n,y:r,text:String(o)})}),e}function xr({x:s,y:t,
box:e},n,r){return s.to(n[1])<=e.left+e.width&&t.to(r[0])<=e.top+e.height&&s.to(n[0])>=e.left&&t.to(r[1])>=e.top}
function br(s,t){let e=yn(s),n=8/(Math.sqrt(2*Math.PI)*(e[1]-e[0])),r=t.top+t.height*(1-_n);return{x:C(e,[t.left,
t.left+t.width]),y:C([0,n],[r,t.top]),units:[1,1],equal:!0}}var it=class{constructor(t,e,n={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:r,labels:o,note:i}=Pr(t,this.
N,e),{truth:a=null,start:l=null,n_samples:c=0}=n;this.plane=r,this.labels=n.labels??o,this.note=n.note??i,this.
truth=a,this.start=l,this.isPart=this.N<c,this.places=this._places()}_places(){let{D:t,origin:e,axes:n,shown:r}=this.
plane,o=new Float64Array(2*this.N);for(let i=0;i<this.N;i++)for(let a=0;a<r;a++){let l=0;for(let c=0;c<t;c++)l+=
(this.X[i*t+c]-e[c])*n[c*r+a];o[2*i+a]=l}return o}};function Pr(s,t,e){if(e>2)return Mr(s,t,e);let n=new Float64Array(
e*e);for(let i=0;i<e;i++)n[i*e+i]=1;let r={D:e,origin:new Float64Array(e),axes:n,shown:e},o=e>1?"":"The data h\
ave one feature: it lies on the horizontal axis, and curves show the densities.";return{plane:r,labels:["x₁",
"x₂"].slice(0,e),note:o}}function Mr(s,t,e){let n=new Float64Array(e);for(let f=0;f<s.length;f++)n[f%e]+=s[f]/
t;let r=new Float64Array(e*e);for(let f=0;f<t;f++)for(let m=0;m<e;m++){let d=s[f*e+m]-n[m];for(let w=0;w<e;w++)
r[m*e+w]+=d*(s[f*e+w]-n[w])}let{values:o,vectors:i}=F(r,e),a=new Float64Array(2*e);for(let f=0;f<2;f++){let m=e-
1-f,d=0;for(let w=0;w<e;w++){let x=i[w*e+m];Math.abs(x)>Math.abs(d)&&(d=x)}for(let w=0;w<e;w++)a[2*w+f]=i[w*e+
m]*Math.sign(d)}let l=o.reduce((f,m)=>f+Math.max(m,0),0),c=Math.max(o[e-1],0)+Math.max(o[e-2],0),h=Math.round(
100*(l>0?c/l:1)),p=`The data have ${e} features: EM uses all of them, the picture shows the first two principa\
l axes, with ${h}% of the variance.`;return{plane:{D:e,origin:n,axes:a,shown:2},labels:["first principal axis",
"second principal axis"],note:p}}var Ar={f8:Float64Array,f4:Float32Array,i4:Int32Array};function at(s){let t=new Uint8Array(s.byteLength);t.set(
new Uint8Array(s.buffer,s.byteOffset,s.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),n=JSON.parse(
new TextDecoder().decode(t.subarray(4,4+e))),r={};for(let[o,i]of Object.entries(n.arrays)){let{dtype:a,shape:l,
offset:c}=i,h=l.reduce((p,u)=>p*u,1);r[o]=new Ar[a](t.buffer,4+e+c,h)}return{words:n.words,arrays:r}}function Sn(s){
let t=atob(s),e=new Uint8Array(t.length);for(let n=0;n<t.length;n++)e[n]=t.charCodeAt(n);return e}var lt='There are no points yet: tick "a click adds a point", then click the picture.',$t=class{constructor(){
this.named=new Map,this.own=null}take(t){let{words:e,arrays:n}=at(t);for(let{name:r,D:o,truth:i,...a}of e.data){
let l=n[`${r} truth`],c=n[`${r} start`]??null,h=l?{K:i,row:l}:null;this.named.set(r,new it(n[r],o,{...a,truth:h,
start:c}))}}get isPart(){return[...this.named.values()].some(t=>t.isPart)}of(t){if(t.data===A)return this._ownPoints(
t);let e=this.named.get(t.data);if(e)return e;let n=[...this.named.keys()].join(", ");throw new Error(`no data\
 set is called '${t.data}': choose one of ${n}.`)}_ownPoints(t){let{own_points:e}=t;if(!e.length)throw new Error(
lt);let n=ye(t);return this.own?.key!==n&&(this.own={key:n,data:new it(Float64Array.from(e.flat()),e[0].length)}),
this.own.data}};var vr=1e3/60,Bt=class{constructor(t,e,n){this.layout=t,this.scene=e,this.advance=n,this.plane=new Kt(t.left),
this.chart=new Ft(t.right),this.look=null,this.drawn=this.drawnAt=this.frame=0,this.isClosed=!1}close(){this.isClosed=
!0,cancelAnimationFrame(this.frame)}redraw(t=!1){if(!(this.frame||!this.look||this.isClosed)){if(t&&!this.scene.
isPlaying&&performance.now()-this.drawnAt>vr){this.draw();return}this.frame=requestAnimationFrame(e=>{this.frame=
0,!this.isClosed&&(this.advance(e),this.draw(),this.scene.isPlaying&&this.redraw())})}}draw(){let{look:t,scene:e,
layout:n,plane:r,chart:o}=this;if(!t||!n.left.width)return;if(e.isEmpty){r.clear(t),o.clear(t),n.status.clear(
lt),this._drawn(0);return}let{data:i,dragged:a,layers:l,choice:c}=e,h=a??e.trace;if(!i||!h)return;let p=a?Math.
min(e.h,1):e.h,u=c.data===A;r.draw({data:i,trace:h,h:p,layers:l,look:t,keep:u,showsEnd:!!a});let f=o.draw({trace:h,
h:p,layers:l,look:t,marked:!0});n.status.tell(e,h,p),this._drawn(p),f||this.redraw()}_drawn(t){this.drawn+=1,this.
drawnAt=performance.now(),Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(this.drawn)})}};var Nr=500,Tr=8e3,Gt=class{constructor(t,e){this.element=t,this.problem=e,this.timers=[]}begin(t="Still showin\
g the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(Nr,`Waiting fo\
r Python. ${t}`),this._later(Tr,`Python is not answering. If it is busy, this continues by itself; if it was r\
estarted or has stopped, ${Pt(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(()=>this._say(
e),t))}_say(t){this.element.dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),
this.timers=[],this.element.dataset.waiting&&(this.problem.textContent=""),delete this.element.dataset.waiting,
this.element.removeAttribute("aria-busy")}};var Er=40,zn=8e3,ct="That run of your functions was not kept, and Python no longer holds this explorer.",Wt=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(k(t))}take(t,e){let{words:n,
arrays:r}=at(e),o=k(t);this.answers.delete(o),this.answers.set(o,n.problem?n:{trace:Or(n.run,r,this.datasets.of(
t),t)}),this.answers.size>Er&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=at(
t);return this.take(e.config,t),e.config}ask(t){let e=k(t);if(this.asked&&performance.now()-this.asked.at<zn){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),zn);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let n=++this.requests;this.asked={key:t,choice:e,request:n,at:performance.now()};
try{this.send?.({client:this.client,request:n,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},n){let{asked:r}=this;if(!(!r||t!==this.client||
e!==r.request)){this.asked=null,this.take(r.choice,n[0]),this._askNext();for(let o of this.listeners)o(r.choice)}}};
function Or(s,t,e,n){let r=s.n_components,o=new Map,i=e.N*r;for(let[l,c]of s.own.entries())o.set(c,t.own.subarray(
l*i,(l+1)*i));let a={...s,K:r,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
M(r,e.D))throw new Error("That run is of other data.");return new H(a,e,n.reg_covar,o)}var kr=Number.EPSILON,Ut=32*kr,jn=100,Fn=1e4,Lr=1e7;function Rn(s,t,e){for(let n=0;n<t;n++)for(let r=0;r<e;r++)
if(qn(s,t,e,n,r))return n;return-1}function qn(s,t,e,n,r){return Math.abs(Kn(s,t,e,n,r))<=(Ut*s[t+n*e+r])**2}function Kn(s,t,e,n,r){
return s[q(t,e,n)+r*(r+3)/2]}function $n(s,t,e,n,r){if(s.kind==="no density")return s;let o=Bn(t)??Ir(s,t,e,n),
i={...s,iteration:r,farSample:o};return o?i:_r(s,t,e,n)?{...i,kind:"rounded",value:Math.max(...Gn(t).map(([a,l])=>l-
a))}:{...i,flatFeature:Sr(s,t,e,n)}}function Bn({X:s,N:t,D:e},n=Lr){let r=null;for(let o=0;o<e;o++){let i=Float64Array.
from({length:t},(m,d)=>s[d*e+o]),a=Cn(i),l=i.map(m=>Math.abs(m-a)),c=l.filter(m=>m>0);if(c.length===0)continue;
let h=Cn(c),p=l.reduce((m,d,w)=>d>l[m]?w:m,0),u=l[p],f=r===null||u/h>r.distance/r.usual;u>n*h&&f&&(r={sample:p,
feature:o,distance:u,usual:h})}return r}function Cn(s){return Float64Array.from(s).sort()[Math.floor((s.length-
1)/2)]}function Ir(s,t,e,n){let r=s.kind==="singular"?Bn(t,Fn):null;return r&&Kn(e,n,t.D,s.component,r.feature)>
(Fn*r.usual)**2?r:null}function _r(s,{X:t,N:e,D:n},r,o){if(s.kind!=="singular")return!1;let i=v(r,o,n,s.component);
if(!i.every(Number.isFinite))return!1;let{values:a,vectors:l}=F(i,n),c=E(r,o,n,s.component),h=new Float64Array(
e),p=0;for(let f=0;f<e;f++){for(let m=0;m<n;m++)h[f]+=(t[f*n+m]-c[m])*l[m*n],p=Math.max(p,Math.abs(t[f*n+m]));
h[f]=Math.abs(h[f])}h.sort();let u=(h[Math.floor((e-1)/2)]+h[Math.ceil((e-1)/2)])/2;return Ut*p<u&&u<=Math.sqrt(
jn*Ut*Math.abs(a[n-1]))}function Sr(s,t,e,n){if(s.kind!=="collapsed")return null;let r=null;return Gn(t).forEach(
([o,i],a)=>{let l=Math.max(Math.abs(o),Math.abs(i)),c=i-o<=4*zr(l),h=i-o<=jn*Ut*l;!(c||h)||!qn(e,n,t.D,s.component,
a)||(!r||c&&!r.constant)&&(r={feature:a,level:o,constant:c})}),r}function Gn({X:s,N:t,D:e}){return Array.from(
{length:e},(n,r)=>{let[o,i]=[s[r],s[r]];for(let a=r;a<t*e;a+=e)o=Math.min(o,s[a]),i=Math.max(i,s[a]);return[o,
i]})}function zr(s){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,s),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-s}var Wn="use fewer components (n_components), a larger reg_covar, or another start.",Fr={empty:(s,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({value:s=0,iteration:t},e)=>(s>0?`has a covariance of which rounding leave\
s no digits in some direction (smallest eigenvalue ${e}, far below the largest)`:`has a covariance that is not\
 positive definite (smallest eigenvalue ${e}): it is flat in some direction, as when a component has shrunk on\
to a single point or onto copies of one`)+(t===void 0?".":`; ${Wn}`),rounded:(s,t)=>`cannot be fitted: it is s\
tretched over samples as far apart as ${t}, and beside such numbers rounding hides its spread in another direc\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.`,"negative eigenvalue":(s,t)=>`\
has a covariance that is not positive definite (smallest eigenvalue ${t}): no covariance has a negative one, s\
o check how it was computed.`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
sits on a single point or on copies of one; "+Wn,"no density":()=>""};function Ne(s){if(s.kind==="no density")
return`sample ${s.sample} is so far from every component that its log-density is not a finite number: rescale \
X, or start from means nearer to the data.`;let{component:t,iteration:e}=s,n=e===0?" in the start of EM":` in \
iteration ${e} of EM`;return`component ${t}${e===void 0?"":n} ${Cr(s)}`}function Cr(s){let{flatFeature:t,farSample:e}=s;
if(t){let{feature:n,level:r,constant:o}=t;return o?`cannot be fitted: feature ${n} is constant, so no componen\
t has a spread in it; remove this column of X.`:`cannot be fitted: feature ${n} is so far from 0, around ${S(r,
3)}, that rounding hides its spread; subtract its mean from this column of X.`}if(e){let{sample:n,feature:r,distance:o,
usual:i}=e;return`cannot be fitted: sample ${n} is ${S(o,3)} away from the median of feature ${r}, where sampl\
es are usually within ${S(i,3)} of it, and beside such numbers rounding hides an ordinary spread; correct or r\
emove this sample, or rescale X, for instance by taking logarithms.`}return Fr[s.kind](s,S(s.value??NaN,3))}var B=class extends Error{constructor(t){
super(Ne(t)),this.failure=t}},G=class extends B{};var Un=Number.EPSILON,jr=10*Un;function Hn(s,t,e,n){let{X:r,N:o,D:i}=s;$r(t,e,i);let a=U(K(r,o,i,t,e,n),o,e);return Number.
isFinite(a)||Gr(K(r,o,i,t,e,n),o,e),a}function Ht(s,t,e,n,r=new Float64Array(M(e,s.D))){let{N:o,D:i}=s,a=Rr(t,
o,e),l=i===2?Kr:qr;for(let c=0;c<e;c++){r[c]=a[c]/o,l(s,t,e,c,a[c],r);let h=q(e,i,c);for(let p=0;p<i;p++,h+=p+
1)r[h]+=n}return r}function Rr(s,t,e){let n=new Float64Array(e);for(let o=0;o<t*e;)for(let i=0;i<e;i++)n[i]+=s[o++];
let r=0;for(let o=1;o<e;o++)n[o]<n[r]&&(r=o);if(n[r]<jr)throw new G({kind:"empty",component:r,value:n[r]});return n}
function qr({X:s,N:t,D:e},n,r,o,i,a){let l=new Float64Array(e);for(let f=0;f<t;f++){let m=n[f*r+o];for(let d=0;d<
e;d++)l[d]+=m*s[f*e+d]}for(let f=0;f<e;f++)l[f]/=i;let c=new Float64Array(e),h=new Float64Array(e),p=new Float64Array(
e*(e+1)/2);for(let f=0;f<t;f++){let m=n[f*r+o];for(let d=0,w=0;d<e;d++){c[d]=s[f*e+d]-l[d];let x=m*c[d];h[d]+=
x;for(let y=0;y<=d;y++)p[w++]+=x*c[y]}}let u=q(r,e,o);for(let f=0,m=0;f<e;f++){h[f]/=i,a[r+o*e+f]=l[f]+h[f];for(let d=0;d<=
f;d++)a[u++]=p[m++]/i-h[f]*h[d]}}function Kr({X:s,N:t},e,n,r,o,i){let a=0,l=0;for(let d=0,w=r;d<t;d++,w+=n)a+=
e[w]*s[2*d],l+=e[w]*s[2*d+1];a/=o,l/=o;let[c,h,p,u,f]=[0,0,0,0,0];for(let d=0,w=r;d<t;d++,w+=n){let x=s[2*d]-a,
y=s[2*d+1]-l,P=e[w]*x,b=e[w]*y;c+=P,h+=b,p+=P*x,u+=P*y,f+=b*y}c/=o,h/=o;let m=q(n,2,r);i[n+2*r]=a+c,i[n+2*r+1]=
l+h,i[m]=p/o-c*c,i[m+1]=u/o-c*h,i[m+2]=f/o-h*h}function $r(s,t,e){for(let n=0;n<t;n++){let r=v(s,t,e,n);if(Br(
r,e))continue;let[o,i]=$e(r,e),a=o<-1e-8*Math.abs(i)?"negative eigenvalue":"singular";throw new G({kind:a,component:n,
value:o})}}function Br(s,t){let e=R(s,t);if(!e)return!1;for(let n=0;n<t*t;n+=t+1)if(!(e[n]*e[n]>10*t*Un*s[n]))
return!1;return!0}function Gr(s,t,e){for(let n=0;n<t;n++){let r=s.subarray(n*e,(n+1)*e);if(!Number.isFinite(Math.
max(...r)))throw new B({kind:"no density",component:-1,sample:n})}}var Wr=500,Ur=1e-6,Hr=1e-6,Dr=.001,Dt=64,Te=new WeakMap;function ht(s,t,e,{regCovar:n=Hr,tol:r=Ur,maxIter:o=Wr}={}){
let{N:i,D:a}=s,l=new Float64Array(Dt*t.length);l.set(t);let c={data:s,options:{regCovar:n,tol:r,maxIter:o},responsibilities:new Float64Array(
i*e),params:l,nll:new Float64Array(Dt),n:1},h={K:e,D:a,params:l.subarray(0,t.length),nll:c.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return Te.set(h,c),h}function ft(s,t=1/0){let e=Te.get(s);if(s.
ended!=="running"||!e)return s;s.nll.length===0&&Dn(s,e);do s.ended==="running"&&Jr(s,e)&&Dn(s,e);while(s.ended===
"running"&&(t===1/0||performance.now()<t));return Qr(s,e),s.ended!=="running"&&Te.delete(s),s}function Dn(s,{data:t,options:e,responsibilities:n,params:r,nll:o,n:i}){let a=M(s.K,s.D),l=r.subarray((i-1)*a,
i*a);try{o[i-1]=Hn(t,l,s.K,n)}catch(h){o[i-1]=NaN,Yn(s,t,l,i-1,h);return}s.last=2*i-1;let c=i>1?o[i-1]-o[i-2]:
0;c>Dr+1e-9*Math.abs(o[i-2])&&s.rises.push(2*i-2),i>1&&Math.abs(c)<e.tol?s.ended="converged":i>e.maxIter&&(s.ended=
"max_iter"),s.ended!=="running"&&(s.last=Math.max(2*i-2,1))}function Jr(s,t){let{data:e,options:n,responsibilities:r,
n:o}=t,i=M(s.K,s.D);Yr(t,i);let a=t.params.subarray((o-1)*i,o*i),l=t.params.subarray(o*i,(o+1)*i);try{Ht(e,r,s.
K,n.regCovar,l),a=l;let c=Rn(l,s.K,s.D);if(c>=0)throw new G({kind:"collapsed",component:c})}catch(c){return Yn(
s,e,a,o,c),!1}return s.last+=1,t.n+=1,!0}function Yn(s,t,e,n,r){if(!(r instanceof B))throw r;s.ended="failed",
s.last+=1,s.failure=$n(r.failure,t,e,s.K,n);let o=Ne(s.failure);s.message=s.failure.kind==="no density"?o:o[0].
toUpperCase()+o.slice(1)}function Yr(s,t){s.n<s.nll.length||(s.params=Jn(s.params,s.params.length+Dt*t),s.nll=
Jn(s.nll,s.nll.length+Dt))}function Jn(s,t){let e=new Float64Array(t);return e.set(s),e}function Qr(s,{params:t,
nll:e,n}){s.params=t.subarray(0,n*M(s.K,s.D)),s.nll=e.subarray(0,n)}var Qn=`"use strict";(()=>{function z(t,n){let e=new Float64Array(n*n);for(let o=0;o<n;o++)for(let r=0;r<=o;r+\
+){let s=t[o*n+r];for(let i=0;i<
r;i++)s-=e[o*n+i]*e[r*n+i];if(o===r){if(!(s>0))return null;e[o*n+o]=Math.sqrt(s)}else e[o*n+r]=s/e[r*n+r]}retu\
rn e}
function _(t,n){let e=new Float64Array(n*n);for(let o=0;o<n;o++){e[o*n+o]=1/t[o*n+o];for(let r=o+1;r<n;r++){le\
t s=0;
for(let i=o;i<r;i++)s-=t[r*n+i]*e[i*n+o];e[r*n+o]=s/t[r*n+r]}}return e}function pt(t,n){let e=z(t,n);if(!e)ret\
urn new Float64Array(
n*n).fill(NaN);let o=_(e,n),r=new Float64Array(n*n);for(let s=0;s<n;s++)for(let i=0;i<n;i++)for(let a=Math.max\
(
s,i);a<n;a++)r[s*n+i]+=o[a*n+s]*o[a*n+i];return r}function k(t,n){let e=Float64Array.from(t),o=new Float64Arra\
y(
n*n);for(let a=0;a<n;a++)o[a*n+a]=1;for(let a=0;a<50;a++){let c=!1;for(let l=0;l<n;l++)for(let f=l+1;f<n;f++)c\
=
ln(e,o,n,l,f)||c;if(!c)break}let r=Array.from({length:n},(a,c)=>c);r.sort((a,c)=>e[a*n+a]-e[c*n+c]);let s=Floa\
t64Array.
from(r,a=>e[a*n+a]),i=new Float64Array(n*n);for(let a=0;a<n;a++)for(let c=0;c<n;c++)i[a*n+c]=o[a*n+r[c]];retur\
n{
values:s,vectors:i}}function ln(t,n,e,o,r){let s=t[o*e+r],[i,a]=[t[o*e+o],t[r*e+r]],c=Math.sqrt(Math.abs(i))*M\
ath.
sqrt(Math.abs(a));if(!(Math.abs(s)>1e-17*c))return t[o*e+r]=t[r*e+o]=0,!1;let l=(a-i)/(2*s),f=(l<0?-1:1)/(Math\
.
abs(l)+Math.hypot(l,1)),p=1/Math.hypot(f,1),m=f*p;t[o*e+o]=i-f*s,t[r*e+r]=a+f*s,t[o*e+r]=t[r*e+o]=0;for(let u=\
0;u<
e;u++){if(u!==o&&u!==r){let[P,y]=[t[u*e+o],t[u*e+r]];t[u*e+o]=t[o*e+u]=p*P-m*y,t[u*e+r]=t[r*e+u]=m*P+p*y}let[h\
,
d]=[n[u*e+o],n[u*e+r]];n[u*e+o]=p*h-m*d,n[u*e+r]=m*h+p*d}return!0}function dt(t,n){if(n!==2){let{values:d}=k(t\
,
n);return[d[0],d[n-1]]}let[e,o,,r]=t,s=e+r,[i,a]=Math.abs(e)>Math.abs(r)?[e,r]:[r,e],[c,l]=[Math.abs(e-r),Math\
.
abs(o+o)],[f,p]=c>l?[c,l]:[l,c],m=f>0?f*Math.sqrt(1+(p/f)**2):0;if(s===0)return[-.5*m,.5*m];let u=.5*(s<0?s-m:\

s+m),h=i/u*a-o/u*o;return s<0?[u,h]:[h,u]}var fn=Math.log(2*Math.PI);function w(t,n){return t*(1+n+n*(n+1)/2)}\
function Pt(t,n){return t/w(1,n)}function T(t,n,e,o){
return t.subarray(n+o*e,n+(o+1)*e)}function A(t,n,e){return t+t*n+e*n*(n+1)/2}function b(t,n,e,o){let r=new Fl\
oat64Array(
e*e),s=A(n,e,o);for(let i=0;i<e;i++)for(let a=0;a<=i;a++)r[i*e+a]=r[a*e+i]=t[s++];return r}function S(t,n,e,o,\
r,s){
for(let i=0;i<r;i++){let a=z(b(o,r,e,i),e),c=a?Math.log(o[i])-.5*e*fn:-1/0;for(let l=0;a&&l<e;l++)c-=Math.log(\

a[l*e+l]);if(c===-1/0)for(let l=i;l<n*r;l+=r)s[l]=-1/0;else{let l=_(a,e);(e===2?mn:un)(t,n,e,T(o,r,e,i),l,c,r,\

i,s)}}return s}function un(t,n,e,o,r,s,i,a,c){let l=new Float64Array(e);for(let f=0;f<n;f++){let p=0;for(let m\
=0;m<
e;m++){l[m]=t[f*e+m]-o[m];let u=0;for(let h=0;h<=m;h++)u+=r[m*e+h]*l[h];p+=u*u}c[f*i+a]=s-.5*p}}function mn(t,\
n,e,o,r,s,i,a,c){
let[l,f]=o,[p,,m,u]=r;for(let h=0,d=a;h<n;h++,d+=i){let P=t[2*h]-l,y=t[2*h+1]-f,x=p*P,I=m*P+u*y;c[d]=s-.5*(x*x\
+
I*I)}}function q(t,n,e){let o=0,r=0,s=1;for(let i=0;i<n*e;i+=e){let a=t[i];for(let f=1;f<e;f++)t[i+f]>a&&(a=t[\
i+
f]);let c=0;for(let f=0;f<e;f++){let p=t[i+f];c+=t[i+f]=p===a?1:gn(p-a)}let l=1/c;for(let f=0;f<e;f++)t[i+f]*=\

l;o+=a,s*=c,s>1e200&&(r+=Math.log(s),s=1)}return-(o+r+Math.log(s))}var F=32,hn=F/Math.LN2,pn=.6931471803691238\
/
F,dn=19082149292705877e-26/F,Pn=Float64Array.from({length:F},(t,n)=>2**(n/F)),wn=Float64Array.from({length:102\
3},
(t,n)=>2**-n);function gn(t){if(!(t>-708))return Math.exp(t);let n=t*hn-.5|0,e=t-n*pn-n*dn,o=e*e,r=1+e+o*(1/2+\

e*(1/6)+o*(1/24+e*(1/120)+o*(1/720)));return wn[-(n>>5)]*(Pn[n&31]*r)}var yn=Number.EPSILON,C=32*yn,yt=100,wt=\
1e4,xn=1e7;function xt(t,n,e){for(let o=0;o<n;o++)for(let r=0;r<e;r++)
if(Mt(t,n,e,o,r))return o;return-1}function Mt(t,n,e,o,r){return Math.abs(At(t,n,e,o,r))<=(C*t[n+o*e+r])**2}fu\
nction At(t,n,e,o,r){
return t[A(n,e,o)+r*(r+3)/2]}function bt(t,n,e,o,r){if(t.kind==="no density")return t;let s=Ot(n)??Mn(t,n,e,o)\
,
i={...t,iteration:r,farSample:s};return s?i:An(t,n,e,o)?{...i,kind:"rounded",value:Math.max(...Lt(n).map(([a,c\
])=>c-
a))}:{...i,flatFeature:bn(t,n,e,o)}}function Ot({X:t,N:n,D:e},o=xn){let r=null;for(let s=0;s<e;s++){let i=Floa\
t64Array.
from({length:n},(h,d)=>t[d*e+s]),a=gt(i),c=i.map(h=>Math.abs(h-a)),l=c.filter(h=>h>0);if(l.length===0)continue\
;
let f=gt(l),p=c.reduce((h,d,P)=>d>c[h]?P:h,0),m=c[p],u=r===null||m/f>r.distance/r.usual;m>o*f&&u&&(r={sample:p\
,
feature:s,distance:m,usual:f})}return r}function gt(t){return Float64Array.from(t).sort()[Math.floor((t.length\
-
1)/2)]}function Mn(t,n,e,o){let r=t.kind==="singular"?Ot(n,wt):null;return r&&At(e,o,n.D,t.component,r.feature\
)>
(wt*r.usual)**2?r:null}function An(t,{X:n,N:e,D:o},r,s){if(t.kind!=="singular")return!1;let i=b(r,s,o,t.compon\
ent);
if(!i.every(Number.isFinite))return!1;let{values:a,vectors:c}=k(i,o),l=T(r,s,o,t.component),f=new Float64Array\
(
e),p=0;for(let u=0;u<e;u++){for(let h=0;h<o;h++)f[u]+=(n[u*o+h]-l[h])*c[h*o],p=Math.max(p,Math.abs(n[u*o+h]));\

f[u]=Math.abs(f[u])}f.sort();let m=(f[Math.floor((e-1)/2)]+f[Math.ceil((e-1)/2)])/2;return C*p<m&&m<=Math.sqrt\
(
yt*C*Math.abs(a[o-1]))}function bn(t,n,e,o){if(t.kind!=="collapsed")return null;let r=null;return Lt(n).forEac\
h(
([s,i],a)=>{let c=Math.max(Math.abs(s),Math.abs(i)),l=i-s<=4*On(c),f=i-s<=yt*C*c;!(l||f)||!Mt(e,o,n.D,t.compon\
ent,
a)||(!r||l&&!r.constant)&&(r={feature:a,level:s,constant:l})}),r}function Lt({X:t,N:n,D:e}){return Array.from(\

{length:e},(o,r)=>{let[s,i]=[t[r],t[r]];for(let a=r;a<n*e;a+=e)s=Math.min(s,t[a]),i=Math.max(i,t[a]);return[s,\

i]})}function On(t){let n=new DataView(new ArrayBuffer(8));return n.setFloat64(0,t),n.setBigInt64(0,n.getBigIn\
t64(
0)+1n),n.getFloat64(0)-t}function M(t,n){return Number.isFinite(t)?It(t,t.toFixed(n),e=>t.toFixed(n+e)):$(t)}f\
unction W(t,n){if(!Number.
isFinite(t))return $(t);let e=i=>t.toExponential(n+i),[o,r]=It(t,e(0),e).split("e"),s=r.slice(1).padStart(2,"0\
");
return\`\${o}e\${r[0]}\${s}\`}function O(t,n=6){if(!Number.isFinite(t))return $(t);let e=W(t,n-1),[o,r]=e.split("e"\
),
s=Number(r);return s<-4||s>=n?\`\${Nt(o)}e\${r}\`:Nt(M(t,n-1-s))}function Nt(t){return t.includes(".")?t.replace(/\
\\.?0+$/,
""):t}function $(t){return Number.isNaN(t)?"nan":t>0?"inf":"-inf"}function It(t,n,e){if(Math.abs(t)>=1e21)retu\
rn n;
let[o,r]=n.split("e"),[s]=e(30).split("e");if(!/^50+$/.test(s.slice(s.length-30)))return n;let i=s.slice(0,s.l\
ength-
30).replace(/\\.$/,""),a=Number(i.at(-1))%2===0?i:o;return r===void 0?a:\`\${a}e\${r}\`}var Tt="use fewer component\
s (n_components), a larger reg_covar, or another start.",Ln={empty:(t,n)=>\`is empty\\
: its responsibilities sum to \${n} samples, so it has no mean and no covariance; use fewer components (n_compo\
\\
nents) or another start.\`,singular:({value:t=0,iteration:n},e)=>(t>0?\`has a covariance of which rounding leave\
\\
s no digits in some direction (smallest eigenvalue \${e}, far below the largest)\`:\`has a covariance that is not\
\\
 positive definite (smallest eigenvalue \${e}): it is flat in some direction, as when a component has shrunk on\
\\
to a single point or onto copies of one\`)+(n===void 0?".":\`; \${Tt}\`),rounded:(t,n)=>\`cannot be fitted: it is s\
\\
tretched over samples as far apart as \${n}, and beside such numbers rounding hides its spread in another direc\
\\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.\`,"negative eigenvalue\
":(t,n)=>\`\\
has a covariance that is not positive definite (smallest eigenvalue \${n}): no covariance has a negative one, s\
\\
o check how it was computed.\`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
\\
sits on a single point or on copies of one; "+Tt,"no density":()=>""};function K(t){if(t.kind==="no density")r\
eturn\`\\
sample \${t.sample} is so far from every component that its log-density is not a finite number: rescale X, or s\
\\
tart from means nearer to the data.\`;let{component:n,iteration:e}=t,o=e===0?" in the start of EM":\` in iterati\
\\
on \${e} of EM\`;return\`component \${n}\${e===void 0?"":o} \${Nn(t)}\`}function Nn(t){let{flatFeature:n,farSample:e}\
=t;
if(n){let{feature:o,level:r,constant:s}=n;return s?\`cannot be fitted: feature \${o} is constant, so no componen\
\\
t has a spread in it; remove this column of X.\`:\`cannot be fitted: feature \${o} is so far from 0, around \${O(r\
,
3)}, that rounding hides its spread; subtract its mean from this column of X.\`}if(e){let{sample:o,feature:r,di\
stance:s,
usual:i}=e;return\`cannot be fitted: sample \${o} is \${O(s,3)} away from the median of feature \${r}, where sampl\
\\
es are usually within \${O(i,3)} of it, and beside such numbers rounding hides an ordinary spread; correct or r\
\\
emove this sample, or rescale X, for instance by taking logarithms.\`}return Ln[t.kind](t,O(t.value??NaN,3))}va\
r L=class extends Error{constructor(n){
super(K(n)),this.failure=n}},N=class extends L{};var Et=Number.EPSILON,In=10*Et;function vt(t,n,e,o){let{X:r,N\
:s,D:i}=t;zn(n,e,i);let a=q(S(r,s,i,n,e,o),s,e);return Number.
isFinite(a)||Fn(S(r,s,i,n,e,o),s,e),a}function R(t,n,e,o,r=new Float64Array(w(e,t.D))){let{N:s,D:i}=t,a=Tn(n,s\
,
e),c=i===2?vn:En;for(let l=0;l<e;l++){r[l]=a[l]/s,c(t,n,e,l,a[l],r);let f=A(e,i,l);for(let p=0;p<i;p++,f+=p+1)\

r[f]+=o}return r}function Tn(t,n,e){let o=new Float64Array(e);for(let s=0;s<n*e;)for(let i=0;i<e;i++)o[i]+=t[s\
++];
let r=0;for(let s=1;s<e;s++)o[s]<o[r]&&(r=s);if(o[r]<In)throw new N({kind:"empty",component:r,value:o[r]});ret\
urn o}
function En({X:t,N:n,D:e},o,r,s,i,a){let c=new Float64Array(e);for(let u=0;u<n;u++){let h=o[u*r+s];for(let d=0\
;d<
e;d++)c[d]+=h*t[u*e+d]}for(let u=0;u<e;u++)c[u]/=i;let l=new Float64Array(e),f=new Float64Array(e),p=new Float\
64Array(
e*(e+1)/2);for(let u=0;u<n;u++){let h=o[u*r+s];for(let d=0,P=0;d<e;d++){l[d]=t[u*e+d]-c[d];let y=h*l[d];f[d]+=\

y;for(let x=0;x<=d;x++)p[P++]+=y*l[x]}}let m=A(r,e,s);for(let u=0,h=0;u<e;u++){f[u]/=i,a[r+s*e+u]=c[u]+f[u];fo\
r(let d=0;d<=
u;d++)a[m++]=p[h++]/i-f[u]*f[d]}}function vn({X:t,N:n},e,o,r,s,i){let a=0,c=0;for(let d=0,P=r;d<n;d++,P+=o)a+=\

e[P]*t[2*d],c+=e[P]*t[2*d+1];a/=s,c/=s;let[l,f,p,m,u]=[0,0,0,0,0];for(let d=0,P=r;d<n;d++,P+=o){let y=t[2*d]-a\
,
x=t[2*d+1]-c,I=e[P]*y,ht=e[P]*x;l+=I,f+=ht,p+=I*y,m+=I*x,u+=ht*x}l/=s,f/=s;let h=A(o,2,r);i[o+2*r]=a+l,i[o+2*r\
+
1]=c+f,i[h]=p/s-l*l,i[h+1]=m/s-l*f,i[h+2]=u/s-f*f}function zn(t,n,e){for(let o=0;o<n;o++){let r=b(t,n,e,o);if(\
kn(
r,e))continue;let[s,i]=dt(r,e),a=s<-1e-8*Math.abs(i)?"negative eigenvalue":"singular";throw new N({kind:a,comp\
onent:o,
value:s})}}function kn(t,n){let e=z(t,n);if(!e)return!1;for(let o=0;o<n*n;o+=n+1)if(!(e[o]*e[o]>10*n*Et*t[o]))\

return!1;return!0}function Fn(t,n,e){for(let o=0;o<n;o++){let r=t.subarray(o*e,(o+1)*e);if(!Number.isFinite(Ma\
th.
max(...r)))throw new L({kind:"no density",component:-1,sample:o})}}var Sn=500,jn=1e-6,qn=1e-6,Cn=.001,G=64,Z=n\
ew WeakMap;function X(t,n,e,{regCovar:o=qn,tol:r=jn,maxIter:s=Sn}={}){
let{N:i,D:a}=t,c=new Float64Array(G*n.length);c.set(n);let l={data:t,options:{regCovar:o,tol:r,maxIter:s},resp\
onsibilities:new Float64Array(
i*e),params:c,nll:new Float64Array(G),n:1},f={K:e,D:a,params:c.subarray(0,n.length),nll:l.nll.subarray(0,0),en\
ded:"\\
running",last:0,failure:null,message:"",rises:[]};return Z.set(f,l),f}function V(t,n=1/0){let e=Z.get(t);if(t.\

ended!=="running"||!e)return t;t.nll.length===0&&zt(t,e);do t.ended==="running"&&Rn(t,e)&&zt(t,e);while(t.ende\
d===
"running"&&(n===1/0||performance.now()<n));return Bn(t,e),t.ended!=="running"&&Z.delete(t),t}function zt(t,{da\
ta:n,options:e,responsibilities:o,params:r,nll:s,n:i}){let a=w(t.K,t.D),c=r.subarray((i-1)*a,
i*a);try{s[i-1]=vt(n,c,t.K,o)}catch(f){s[i-1]=NaN,Ft(t,n,c,i-1,f);return}t.last=2*i-1;let l=i>1?s[i-1]-s[i-2]:\

0;l>Cn+1e-9*Math.abs(s[i-2])&&t.rises.push(2*i-2),i>1&&Math.abs(l)<e.tol?t.ended="converged":i>e.maxIter&&(t.e\
nded=
"max_iter"),t.ended!=="running"&&(t.last=Math.max(2*i-2,1))}function Rn(t,n){let{data:e,options:o,responsibili\
ties:r,
n:s}=n,i=w(t.K,t.D);Gn(n,i);let a=n.params.subarray((s-1)*i,s*i),c=n.params.subarray(s*i,(s+1)*i);try{R(e,r,t.\

K,o.regCovar,c),a=c;let l=xt(c,t.K,t.D);if(l>=0)throw new N({kind:"collapsed",component:l})}catch(l){return Ft\
(
t,e,a,s,l),!1}return t.last+=1,n.n+=1,!0}function Ft(t,n,e,o,r){if(!(r instanceof L))throw r;t.ended="failed",\

t.last+=1,t.failure=bt(r.failure,n,e,t.K,o);let s=K(t.failure);t.message=t.failure.kind==="no density"?s:s[0].\

toUpperCase()+s.slice(1)}function Gn(t,n){t.n<t.nll.length||(t.params=kt(t.params,t.params.length+G*n),t.nll=k\
t(
t.nll,t.nll.length+G))}function kt(t,n){let e=new Float64Array(n);return e.set(t),e}function Bn(t,{params:n,nl\
l:e,
n:o}){t.params=n.subarray(0,o*w(t.K,t.D)),t.nll=e.subarray(0,o)}var St=.01,D=1e-6,Un=1e-13,Hn=2**-1022;functio\
n jt(t,n,e,o,r=tt(e,o)){let{N:s,D:i}=e,a=null;for(let c=0;c<n;c++){
let{values:l,vectors:f}=k(b(t,n,i,c),i);if(!(l[i-1]*Un>o))for(let p=0;p<i;p++){let m=Jn(r,f,i,p);!(Math.abs(l[\
p]-
o)<=St*Math.min(o,St*m))||!(m>10*D*o)||(!a||l[p]<a.variance)&&(a={variance:l[p],k:c})}}return a?{component:a.k\
,
nSamples:t[a.k]*s,deviation:Math.sqrt(a.variance)}:null}function qt({component:t,nSamples:n,deviation:e}){retu\
rn\`\\
Collapsed: the covariance of component \${t}, which holds \${M(n,1)} samples, has a standard deviation of \${O(e,\

2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.\`}function t\
t({
X:t,N:n,D:e},o){let r=new Float64Array(e);for(let c=0;c<n*e;c++)r[c%e]+=t[c]/n;let s=new Float64Array(e*e);for\
(let c=0;c<
n;c++)for(let l=0;l<e;l++)for(let f=0;f<=l;f++)s[l*e+f]+=(t[c*e+l]-r[l])*(t[c*e+f]-r[f])/n;let i=new Float64Ar\
ray(
e),a=0;for(let c=0;c<e;c++)a=Math.max(a,Math.sqrt(s[c*e+c])),i[c]=Math.sqrt(Math.max(s[c*e+c],D*o+Hn));for(let\
 c=0;c<
e;c++)for(let l=0;l<=c;l++)s[c*e+l]=s[c*e+l]/i[c]/i[l]+(c===l?D:0);return{deviations:i,precision:pt(s,e),wides\
t:a}}
function Jn({deviations:t,precision:n},e,o,r){let s=0;for(let i=0;i<o;i++)for(let a=0;a<o;a++){let c=e[i*o+r]/\

t[i]*(e[a*o+r]/t[a]);s+=c*n[i*o+a]}return 1/s}var Yn=1,Qn=.1,_n=.001,Wn=.01,Rt="All components are the same Ga\
ussian: equal components get equal responsibil\\
ities, and the M-step makes them equal again.";function Gt(t,n,e){let o=tt(n,e),r=new Map([...t].map(([a,c])=>\
[
a,Zn(c,n,e,o)])),s=[...t.keys()].filter(a=>[null,"unfinished"].includes(r.get(a)?.status??null)),i=$n(t,s.leng\
th?
s:[...t.keys()]);return new Map([...t].map(([a,c])=>{let l=r.get(a);return[a,Kn(c,t.get(i),l,n,o.widest)]}))}f\
unction $n(t,n){
let e=r=>t.get(r)?.nll.at(-1)??NaN,o=r=>!Number.isNaN(e(r));return n.reduce((r,s)=>o(r)?e(s)<e(r)?s:r:o(s)?s:r\
,
n[0])}function Kn(t,n,{status:e,why:o},r,s){let i=t.nll.at(-1)??NaN,a=i-(n.nll.at(-1)??NaN),c=t.nll.length-1,l\
=(m,u)=>({
status:m,nll:i,gap:a,nIter:c,sentence:u});if(e==="collapsed"||e==="failed")return l(e,o);if(a>Yn){let m=\`NLL \$\
{M(
i,2)}, \${M(a,2)} above the best run of this K\`,u=Xn(t,n,r,s);return e?l(e,\`\${o} \${m}. \${u}\`):l("poor",\`Poor: \$\
{m}\\
. \${u}\`)}if(e)return l(e,\`\${o} NLL \${M(i,2)}.\`);if(Bt(t,s))return l("poor",\`Poor: NLL \${M(i,2)}, whatever the \
\\
others are. \${Rt}\`);let f=a<=Qn?"as good as the best":\`\${M(a,2)} above the best\`,p=t===n?\`the best run of K = \
\${t.
K} so far\`:f;return l("good",\`Good: NLL \${M(i,2)}, \${p}; converged after \${c} iterations.\`)}function Zn(t,n,e,\
o){
if(t.ended==="failed")return{status:t.failure?.kind==="collapsed"?"collapsed":"failed",why:t.message};let r=jt\
(
B(t),t.K,n,e,o);if(r)return{status:"collapsed",why:qt(r)};if(t.ended==="converged")return{status:null,why:""};\

let s=t.nll.length-1,i=s>0?Math.abs(t.nll[s]-t.nll[s-1]):0;return{status:"unfinished",why:\`Not converged after\
\\
 \${s} iterations: the NLL still changed by \${W(i,1)} in the last one.\`}}function B({K:t,D:n,params:e}){return \
e.
subarray(e.length-w(t,n))}function Xn(t,n,e,o){if(Bt(t,o))return Rt;let{K:r}=t,s=Vn(n,t,e),i=s.map(m=>m.map(u=\
>u/
Math.max(Ct(m),1e-12))),a=Array.from({length:r},(m,u)=>Math.max(Ct(s.map(h=>h[u])),1e-12)),l=s.map((m,u)=>Ut(r\
,
h=>m[h]/a[h]>.5&&i[u][h]>Wn)).filter(m=>m.length>1),f=new Set(l.flat()),p=l.map(m=>\`\${Dn(m)} share one cluster\
\\
 of the best run\`);for(let m=0;m<r;m++){let u=i.filter(h=>h[m]>.5).length;u>1&&!f.has(m)&&p.push(\`component \${\
m}\\
 covers \${u} of its clusters\`)}return p.length?p.map(m=>\`\${m[0].toUpperCase()}\${m.slice(1)}.\`).join(" "):"No c\
\\
omponent matches a single cluster of the best run: the data are partitioned differently."}function Vn(t,n,{X:e\
,
N:o,D:r}){let[s,i]=[t,n].map(c=>{let l=S(e,o,r,B(c),c.K,new Float64Array(o*c.K));return q(l,o,c.K),l}),a=Array\
.
from({length:t.K},()=>new Array(n.K).fill(0));for(let c=0;c<o;c++)for(let l=0;l<t.K;l++)for(let f=0;f<n.K;f++)\

a[l][f]+=s[c*t.K+l]*i[c*n.K+f];return a}function Bt(t,n){let{K:e,D:o}=t;return e<2?!1:Ut(e-1,r=>{let[s,i]=[T(B\
(
t),e,o,r),T(B(t),e,o,r+1)];return s.some((a,c)=>!(Math.abs(a-i[c])<=_n*n))}).length===0}function Dn(t){return\`\
\\
components \${t.slice(0,-1).join(", ")} and \${t[t.length-1]}\`}function Ct(t){return t.reduce((n,e)=>n+e,0)}func\
tion Ut(t,n){
return Array.from({length:t},(e,o)=>o).filter(n)}function Jt(t,n){let e=ne(te(t)),o=Yt(2337405405,1492356589);\
return Uint32Array.from({length:n},(r,s)=>o(e[s%4]))}
function te(t){let n=[];for(let e=BigInt(t);e>0n;e>>=32n)n.push(Number(e&0xffffffffn));return n}function ne(t)\
{
let n=Yt(1135663077,2468251765),e=Uint32Array.from({length:4},(o,r)=>n(t[r]??0));for(let o=0;o<4;o++)for(let r\
=0;r<
4;r++)o!==r&&(e[r]=Ht(e[r],n(e[o])));for(let o of t.slice(4))for(let r=0;r<4;r++)e[r]=Ht(e[r],n(o));return e}f\
unction Yt(t,n){
return e=>{let o=Math.imul(t,n),r=Math.imul(e^t,o);return t=o,r^r>>>16}}function Ht(t,n){let e=Math.imul(33891\
27133,
t)-Math.imul(1232336661,n)|0;return e^e>>>16}var Wt=6,ot=22,g=2**ot,Qt=2**(128-(Wt-1)*ot),ee=et(0x2360ed051fc6\
5da44385df649fccf645n),[E,j,U,nt,_t,oe]=ee,H=class{constructor(n){
let e=Jt(n,8),o=i=>BigInt(e[i+1])<<32n|BigInt(e[i]),r=o(0)<<64n|o(2),s=o(4)<<65n|o(6)<<1n|1n;this.increment=et\
(
s),this.state=et(s+r),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this._step();let n=this.state\
,
[e,o,r,s,i,a]=[n[0],n[1],n[2],n[3],n[4],n[5]],c=e^o<<22^r>>>20^s<<2^i<<24,l=o>>>10^r<<12^i>>>8^a<<14,f=a>>>12&\

63,[p,m]=f&32?[c,l]:[l,c],u=f&31;this.high=u?(p>>>u|m<<32-u)>>>0:p>>>0,this.low=u?(m>>>u|p<<32-u)>>>0:m>>>0}ne\
xt32(){
if(this.spare>=0){let n=this.spare;return this.spare=-1,n}return this.next64(),this.spare=this.high,this.low}r\
andom(){
return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:n,increment:e}=this,[o,r,s,i,a\
,
c]=[n[0],n[1],n[2],n[3],n[4],n[5]],l=e[0]+o*E,f=Math.floor(l/g);n[0]=l-f*g,l=f+e[1]+o*j+r*E,f=Math.floor(l/g),\

n[1]=l-f*g,l=f+e[2]+o*U+r*j+s*E,f=Math.floor(l/g),n[2]=l-f*g,l=f+e[3]+o*nt+r*U+s*j+i*E,f=Math.floor(l/g),n[3]=\

l-f*g,l=f+e[4]+o*_t+r*nt+s*U+i*j+a*E,f=Math.floor(l/g),n[4]=l-f*g,l=f+e[5]+o*oe+r*_t+s*nt+i*U+a*j+c*E,f=Math.f\
loor(
l/Qt),n[5]=l-f*Qt}};function et(t){let n=BigInt.asUintN(128,t);return Float64Array.from({length:Wt},(e,o)=>Num\
ber(
n>>BigInt(ot*o)&BigInt(g-1)))}var $t="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00A\
nDx0cnRaL6ydPMPVTC1IMp88rbuOJz\\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
\\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
\\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
\\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
\\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
\\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
\\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
\\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
\\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
\\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
\\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
\\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
\\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
\\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
\\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
\\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
\\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
\\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
\\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
\\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
\\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
\\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
\\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
\\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",Kt="wV2/\
\\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
\\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
\\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
\\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
\\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
\\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
\\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
\\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
\\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
\\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
\\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
\\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
\\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
\\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
\\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
\\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
\\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
\\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
\\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
\\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
\\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
\\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
\\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
\\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
\\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var re=3.65415288536\
1009,se=.2736612373297583,ie=7.69711747013105,rt=Dt($t,2**52,t=>Math.exp(-.5*t*t)),st=Dt(Kt,
2**53,t=>Math.exp(-t));function Zt(t){for(;;){t.next64();let{high:n,low:e}=t,o=e&255,r=(n&536870911)*2**23+(e>\
>>
9),s=r*rt.width[o]*(e&256?-1:1);if(r<rt.sure[o])return s;if(o===0)return ae(t)*(e&131072?-1:1);if(Vt(rt,o,t)<M\
ath.
exp(-.5*s*s))return s}}function Xt(t){for(;;){t.next64();let{high:n,low:e}=t,o=e>>>3&255,r=n*2**21+(e>>>11),s=\
r*
st.width[o];if(r<st.sure[o])return s;if(o===0)return ie-Math.log1p(-t.random());if(Vt(st,o,t)<Math.exp(-s))ret\
urn s}}
function ae(t){for(;;){let n=-se*Math.log1p(-t.random()),e=-Math.log1p(-t.random());if(e+e>n*n)return re+n}}fu\
nction Vt({
height:t},n,e){return(t[n-1]-t[n])*e.random()+t[n]}function Dt(t,n,e){let o=Uint8Array.from(atob(t),c=>c.charC\
odeAt(
0)),r=new Float64Array(o.buffer),s=r.map((c,l)=>l===0?1:e(c*n)),i=c=>c===0?r[255]:c===1?0:r[c-1],a=r.map((c,l)\
=>Math.
floor(i(l)/c*n));return{width:r,sure:a,height:s}}function tn(t){return new it(t)}var it=class{constructor(n){t\
his.bits=new H(n)}random(){return this.bits.random()}integers(n){
if(n===1)return 0;let e=this.bits.next32(),o=Math.imul(e,n)>>>0;if(o<n){let r=4294967296%n;for(;o<r;)e=this.bi\
ts.
next32(),o=Math.imul(e,n)>>>0}return Math.round((e*n-o)/2**32)}permutation(n){let e=Int32Array.from({length:n}\
,
(o,r)=>r);for(let o=n-1;o>0;o--){let r=2**(32-Math.clz32(o))-1,s=o+1;for(;s>o;)s=this.bits.next32()&r;[e[o],e[\
s]]=
[e[s],e[o]]}return e}choice(n,e){let o=new Float64Array(n),r=0;for(let i=0;i<n;i++)o[i]=r+=e[i];let s=this.ran\
dom();
return o.findIndex(i=>i/r>s)}standardNormal(n){return new Float64Array(n).map(()=>Zt(this.bits))}standardExpon\
ential(n){
return new Float64Array(n).map(()=>Xt(this.bits))}dirichletOfOnes(n,e){let o=this.standardExponential(e*n);for\
(let r=0;r<
o.length;r+=n){let s=0;for(let a=0;a<n;a++)s+=o[r+a];let i=1/s;for(let a=0;a<n;a++)o[r+a]*=i}return o}};functi\
on v(t,n=0,e=t.length-n){if(e>128){let i=Math.floor(e/2),a=i-i%8;return v(t,n,a)+v(t,n+a,e-a)}let o=n+e,
r=0,s=n;if(e>=8){let i=t.slice(s,s+8);for(s+=8;s+8<=o;s+=8)for(let d=0;d<8;d++)i[d]+=t[s+d];let[a,c,l,f,p,m,u,\

h]=i;r=a+c+(l+f)+(p+m+(u+h))}for(;s<o;s++)r+=t[s];return r}function at(t,n){if(n===1)return Float64Array.of(v(\

t));let e=new Float64Array(n);for(let o=0;o<t.length;o+=n)for(let r=0;r<n;r++)e[r]+=t[o+r];return e}var ce=4*N\
umber.EPSILON;function J({X:t,N:n,D:e}){let o=at(t,e).map(a=>a/n),r=t.map((a,c)=>(a-o[c%e])**2),s=t.
slice(0,e),i=t.slice(0,e);for(let a=0;a<n*e;a++)s[a%e]=Math.min(s[a%e],t[a]),i[a%e]=Math.max(i[a%e],t[a]);retu\
rn at(
r,e).map((a,c)=>!(i[c]-s[c]<=ce*Math.max(Math.abs(s[c]),Math.abs(i[c])))&&a/n>0?a/n:1)}var ct={"random points"\
:le,"k-means++":fe,"random responsibilities":ue,identity:me,"all means equal":he};function en(t,n,e,o,r=null){\

if(nn(e,"n_components",1),!Object.hasOwn(ct,t))throw new RangeError(\`no start is called '\${t}': choose one of \
\${Object.
keys(ct).join(", ")}.\`);if(nn(o,"seed",0),e>n.N)throw new RangeError(\`n_components=\${e} is more than the \${n.N\
}\\
 samples: use at most \${n.N} components or more data.\`);return r&&t==="identity"&&o===0&&Pt(r.length,n.D)===e?\

r.slice():ct[t](n,e,tn(o))}function nn(t,n,e){if(!(Number.isSafeInteger(t)&&t>=e))throw new RangeError(\`\${n} i\
\\
s \${t}, expected an int of at least \${e}.\`)}function le(t,n,e){return ft(t,lt(t,e.permutation(t.N).subarray(0,\

n)))}function fe(t,n,e){let{X:o,N:r,D:s}=t,i=J(t).map(Math.sqrt),a=o.map((p,m)=>p/i[m%s]),c=[e.integers(r)],l=\
new Float64Array(
r).fill(1/0),f=new Float64Array(s);for(;c.length<n;){let p=c[c.length-1]*s;for(let u=0;u<r;u++){for(let h=0;h<\

s;h++)f[h]=(a[u*s+h]-a[p+h])**2;l[u]=Math.min(l[u],v(f))}let m=v(l);if(m>0){let u=l.map(h=>h/m);c.push(e.choic\
e(
r,u))}else{let u=Array.from({length:r},(h,d)=>d).filter(h=>!c.includes(h));c.push(u[e.integers(u.length)])}}re\
turn ft(
t,lt(t,c))}function ue(t,n,e){let o=R(t,e.dirichletOfOnes(n,t.N),n,0),r=J(t);return rn(o,n,t.D,s=>.001*r[s]),o\
}
function me({D:t},n,e){return on(e.standardNormal(n*t),new Float64Array(t).fill(1))}function he(t,n,e){let o=e\
.
integers(t.N);return ft(t,lt(t,Array(n).fill(o)))}function lt({X:t,D:n},e){return Float64Array.from({length:e.\

length*n},(o,r)=>t[e[Math.floor(r/n)]*n+r%n])}function ft(t,n){return on(n,J(t))}function on(t,n){let e=n.leng\
th,
o=t.length/e,r=new Float64Array(w(o,e)).fill(1/o,0,o);return r.set(t,o),rn(r,o,e,s=>n[s]),r}function rn(t,n,e,\
o){
let r=n+n*e;for(let s=0;s<n;s++)for(let i=0;i<e;i++)t[r+i]+=o(i),r+=i+1}var sn="own start";function an(t,n){le\
t e=t.n_components;if(t.start===sn){if(t.own_start.length===w(e,n.D))return Float64Array.from(
t.own_start);throw new Error(\`your own start does not have \${e} components of \${n.D} features: drag a mean to \
\\
make a new one, or choose another start.\`)}return en(t.start,n,e,t.seed,n.start)}var Y=class{constructor(n){th\
is.tell=n,this.data=null,this.running=null,this.table=null}take(n){if(n.kind==="d\\
ata")this.data=n.data,this.running=this.table=null;else if(n.kind==="stop")this[n.what==="run"?"running":"tabl\
\\
e"]=null;else if(this.data&&n.kind==="run"){let{key:e,K:o,row:r,regCovar:s,maxIter:i}=n;this.running={key:e,ru\
n:X(
this.data,r,o,{regCovar:s,maxIter:i})}}else this.data&&n.kind==="table"&&(this.table=new ut(n,this.data))}get \
isIdle(){
return!this.running&&!this.table}work(n){let e=performance.now()+n;for(this.running&&this._workOnRun(e);!this.\

running&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(n){if(!this.running)return;let{key:e\
,
run:o}=this.running;V(o,n),o.ended!=="running"&&(this.running=null),this.tell({kind:"run",key:e,run:pe(o)})}_w\
orkOnTable(n){
let{table:e}=this;if(!e)return;let{key:o}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",k\
ey:o});
return}let r=e.work(n);r&&this.tell({kind:"row",key:o,...r})}},ut=class{constructor(n,e){this.order=n,this.dat\
a=
e;let o=n.choice.n_components,r=[o,...n.counts.filter(s=>s!==o)];this.open=r.flatMap(s=>n.seeds.map(i=>({K:s,s\
eed:i}))),
this.ended=new Map,this.run=null}work(n){let{order:e,data:o}=this,{K:r,seed:s}=this.open[0],{reg_covar:i}=e.ch\
oice;
if(!this.run){if(r>o.N)return this.open.shift(),null;let l=an({...e.choice,n_components:r,seed:s},o);this.run=\

X(o,l,r,{regCovar:i,maxIter:e.maxIter})}let a=V(this.run,n);if(a.ended==="running")return null;let c=this.ende\
d.
get(r)??new Map;return this.ended.set(r,c.set(s,a)),this.run=null,this.open.shift(),{n_components:r,row:Gt(c,o\
,
i)}}};function pe(t){return{...t,params:t.params.slice(),nll:t.nll.slice(),rises:[...t.rises]}}var de=40,Q=new\
 Y(t=>self.postMessage(t)),mt=0;function cn(){Q.work(de),mt=Q.isIdle?0:setTimeout(cn)}self.onmessage=
({data:t})=>{Q.take(t),!mt&&!Q.isIdle&&(mt=setTimeout(cn))};})();
`;var Zr=1,Vr=.1,to=.001,eo=.01,Zn="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function Vn(s,t,e){let n=ue(t,e),r=new Map([...s].map(([a,l])=>[
a,ro(l,t,e,n)])),o=[...s.keys()].filter(a=>[null,"unfinished"].includes(r.get(a)?.status??null)),i=no(s,o.length?
o:[...s.keys()]);return new Map([...s].map(([a,l])=>{let c=r.get(a);return[a,so(l,s.get(i),c,t,n.widest)]}))}function no(s,t){
let e=r=>s.get(r)?.nll.at(-1)??NaN,n=r=>!Number.isNaN(e(r));return t.reduce((r,o)=>n(r)?e(o)<e(r)?o:r:n(o)?o:r,
t[0])}function so(s,t,{status:e,why:n},r,o){let i=s.nll.at(-1)??NaN,a=i-(t.nll.at(-1)??NaN),l=s.nll.length-1,c=(u,f)=>({
status:u,nll:i,gap:a,nIter:l,sentence:f});if(e==="collapsed"||e==="failed")return c(e,n);if(a>Zr){let u=`NLL ${_(
i,2)}, ${_(a,2)} above the best run of this K`,f=oo(s,t,r,o);return e?c(e,`${n} ${u}. ${f}`):c("poor",`Poor: ${u}\
. ${f}`)}if(e)return c(e,`${n} NLL ${_(i,2)}.`);if(ts(s,o))return c("poor",`Poor: NLL ${_(i,2)}, whatever the \
others are. ${Zn}`);let h=a<=Vr?"as good as the best":`${_(a,2)} above the best`,p=s===t?`the best run of K = ${s.
K} so far`:h;return c("good",`Good: NLL ${_(i,2)}, ${p}; converged after ${l} iterations.`)}function ro(s,t,e,n){
if(s.ended==="failed")return{status:s.failure?.kind==="collapsed"?"collapsed":"failed",why:s.message};let r=yt(
Jt(s),s.K,t,e,n);if(r)return{status:"collapsed",why:xt(r)};if(s.ended==="converged")return{status:null,why:""};
let o=s.nll.length-1,i=o>0?Math.abs(s.nll[o]-s.nll[o-1]):0;return{status:"unfinished",why:`Not converged after\
 ${o} iterations: the NLL still changed by ${ce(i,1)} in the last one.`}}function Jt({K:s,D:t,params:e}){return e.
subarray(e.length-M(s,t))}function oo(s,t,e,n){if(ts(s,n))return Zn;let{K:r}=s,o=io(t,s,e),i=o.map(u=>u.map(f=>f/
Math.max(Xn(u),1e-12))),a=Array.from({length:r},(u,f)=>Math.max(Xn(o.map(m=>m[f])),1e-12)),c=o.map((u,f)=>es(r,
m=>u[m]/a[m]>.5&&i[f][m]>eo)).filter(u=>u.length>1),h=new Set(c.flat()),p=c.map(u=>`${ao(u)} share one cluster\
 of the best run`);for(let u=0;u<r;u++){let f=i.filter(m=>m[u]>.5).length;f>1&&!h.has(u)&&p.push(`component ${u}\
 covers ${f} of its clusters`)}return p.length?p.map(u=>`${u[0].toUpperCase()}${u.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function io(s,t,{X:e,
N:n,D:r}){let[o,i]=[s,t].map(l=>{let c=K(e,n,r,Jt(l),l.K,new Float64Array(n*l.K));return U(c,n,l.K),c}),a=Array.
from({length:s.K},()=>new Array(t.K).fill(0));for(let l=0;l<n;l++)for(let c=0;c<s.K;c++)for(let h=0;h<t.K;h++)
a[c][h]+=o[l*s.K+c]*i[l*t.K+h];return a}function ts(s,t){let{K:e,D:n}=s;return e<2?!1:es(e-1,r=>{let[o,i]=[E(Jt(
s),e,n,r),E(Jt(s),e,n,r+1)];return o.some((a,l)=>!(Math.abs(a-i[l])<=to*t))}).length===0}function ao(s){return`\
components ${s.slice(0,-1).join(", ")} and ${s[s.length-1]}`}function Xn(s){return s.reduce((t,e)=>t+e,0)}function es(s,t){
return Array.from({length:s},(e,n)=>n).filter(t)}function ss(s,t){let e=co(lo(s)),n=rs(2337405405,1492356589);return Uint32Array.from({length:t},(r,o)=>n(e[o%4]))}
function lo(s){let t=[];for(let e=BigInt(s);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function co(s){
let t=rs(1135663077,2468251765),e=Uint32Array.from({length:4},(n,r)=>t(s[r]??0));for(let n=0;n<4;n++)for(let r=0;r<
4;r++)n!==r&&(e[r]=ns(e[r],t(e[n])));for(let n of s.slice(4))for(let r=0;r<4;r++)e[r]=ns(e[r],t(n));return e}function rs(s,t){
return e=>{let n=Math.imul(s,t),r=Math.imul(e^s,n);return s=n,r^r>>>16}}function ns(s,t){let e=Math.imul(3389127133,
s)-Math.imul(1232336661,t)|0;return e^e>>>16}var as=6,ke=22,I=2**ke,os=2**(128-(as-1)*ke),ho=Oe(0x2360ed051fc65da44385df649fccf645n),[J,ut,Yt,Ee,is,fo]=ho,
Qt=class{constructor(t){let e=ss(t,8),n=i=>BigInt(e[i+1])<<32n|BigInt(e[i]),r=n(0)<<64n|n(2),o=n(4)<<65n|n(6)<<
1n|1n;this.increment=Oe(o),this.state=Oe(o+r),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,n,r,o,i,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e^n<<22^r>>>20^o<<2^i<<24,c=n>>>10^r<<
12^i>>>8^a<<14,h=a>>>12&63,[p,u]=h&32?[l,c]:[c,l],f=h&31;this.high=f?(p>>>f|u<<32-f)>>>0:p>>>0,this.low=f?(u>>>
f|p<<32-f)>>>0:u>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[n,r,o,i,a,l]=[t[0],t[1],t[2],t[3],t[4],t[5]],c=e[0]+n*J,h=Math.floor(c/I);t[0]=c-h*I,c=h+e[1]+
n*ut+r*J,h=Math.floor(c/I),t[1]=c-h*I,c=h+e[2]+n*Yt+r*ut+o*J,h=Math.floor(c/I),t[2]=c-h*I,c=h+e[3]+n*Ee+r*Yt+o*
ut+i*J,h=Math.floor(c/I),t[3]=c-h*I,c=h+e[4]+n*is+r*Ee+o*Yt+i*ut+a*J,h=Math.floor(c/I),t[4]=c-h*I,c=h+e[5]+n*fo+
r*is+o*Ee+i*Yt+a*ut+l*J,h=Math.floor(c/os),t[5]=c-h*os}};function Oe(s){let t=BigInt.asUintN(128,s);return Float64Array.
from({length:as},(e,n)=>Number(t>>BigInt(ke*n)&BigInt(I-1)))}var ls="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",cs="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var uo=3.654152885361009,po=.2736612373297583,mo=7.69711747013105,Le=ps(ls,2**52,s=>Math.exp(-.5*s*s)),Ie=ps(cs,
2**53,s=>Math.exp(-s));function hs(s){for(;;){s.next64();let{high:t,low:e}=s,n=e&255,r=(t&536870911)*2**23+(e>>>
9),o=r*Le.width[n]*(e&256?-1:1);if(r<Le.sure[n])return o;if(n===0)return go(s)*(e&131072?-1:1);if(us(Le,n,s)<Math.
exp(-.5*o*o))return o}}function fs(s){for(;;){s.next64();let{high:t,low:e}=s,n=e>>>3&255,r=t*2**21+(e>>>11),o=r*
Ie.width[n];if(r<Ie.sure[n])return o;if(n===0)return mo-Math.log1p(-s.random());if(us(Ie,n,s)<Math.exp(-o))return o}}
function go(s){for(;;){let t=-po*Math.log1p(-s.random()),e=-Math.log1p(-s.random());if(e+e>t*t)return uo+t}}function us({
height:s},t,e){return(s[t-1]-s[t])*e.random()+s[t]}function ps(s,t,e){let n=Uint8Array.from(atob(s),l=>l.charCodeAt(
0)),r=new Float64Array(n.buffer),o=r.map((l,c)=>c===0?1:e(l*t)),i=l=>l===0?r[255]:l===1?0:r[l-1],a=r.map((l,c)=>Math.
floor(i(c)/l*t));return{width:r,sure:a,height:o}}function ms(s){return new _e(s)}var _e=class{constructor(t){this.bits=new Qt(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),n=Math.imul(e,t)>>>0;if(n<t){let r=4294967296%t;for(;n<r;)e=this.bits.
next32(),n=Math.imul(e,t)>>>0}return Math.round((e*t-n)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(n,r)=>r);for(let n=t-1;n>0;n--){let r=2**(32-Math.clz32(n))-1,o=n+1;for(;o>n;)o=this.bits.next32()&r;[e[n],e[o]]=
[e[o],e[n]]}return e}choice(t,e){let n=new Float64Array(t),r=0;for(let i=0;i<t;i++)n[i]=r+=e[i];let o=this.random();
return n.findIndex(i=>i/r>o)}standardNormal(t){return new Float64Array(t).map(()=>hs(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>fs(this.bits))}dirichletOfOnes(t,e){let n=this.standardExponential(e*t);for(let r=0;r<
n.length;r+=t){let o=0;for(let a=0;a<t;a++)o+=n[r+a];let i=1/o;for(let a=0;a<t;a++)n[r+a]*=i}return n}};function Y(s,t=0,e=s.length-t){if(e>128){let i=Math.floor(e/2),a=i-i%8;return Y(s,t,a)+Y(s,t+a,e-a)}let n=t+e,
r=0,o=t;if(e>=8){let i=s.slice(o,o+8);for(o+=8;o+8<=n;o+=8)for(let d=0;d<8;d++)i[d]+=s[o+d];let[a,l,c,h,p,u,f,
m]=i;r=a+l+(c+h)+(p+u+(f+m))}for(;o<n;o++)r+=s[o];return r}function Se(s,t){if(t===1)return Float64Array.of(Y(
s));let e=new Float64Array(t);for(let n=0;n<s.length;n+=t)for(let r=0;r<t;r++)e[r]+=s[n+r];return e}var wo=4*Number.EPSILON;function Xt({X:s,N:t,D:e}){let n=Se(s,e).map(a=>a/t),r=s.map((a,l)=>(a-n[l%e])**2),o=s.
slice(0,e),i=s.slice(0,e);for(let a=0;a<t*e;a++)o[a%e]=Math.min(o[a%e],s[a]),i[a%e]=Math.max(i[a%e],s[a]);return Se(
r,e).map((a,l)=>!(i[l]-o[l]<=wo*Math.max(Math.abs(o[l]),Math.abs(i[l])))&&a/t>0?a/t:1)}var ze={"random points":yo,"k-means++":xo,"random responsibilities":bo,identity:Po,"all means equal":Mo};function gs(s,t,e,n,r=null){
if(ds(e,"n_components",1),!Object.hasOwn(ze,s))throw new RangeError(`no start is called '${s}': choose one of ${Object.
keys(ze).join(", ")}.`);if(ds(n,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return r&&s==="identity"&&n===0&&gt(r.length,t.D)===e?
r.slice():ze[s](t,e,ms(n))}function ds(s,t,e){if(!(Number.isSafeInteger(s)&&s>=e))throw new RangeError(`${t} i\
s ${s}, expected an int of at least ${e}.`)}function yo(s,t,e){return Ce(s,Fe(s,e.permutation(s.N).subarray(0,
t)))}function xo(s,t,e){let{X:n,N:r,D:o}=s,i=Xt(s).map(Math.sqrt),a=n.map((p,u)=>p/i[u%o]),l=[e.integers(r)],c=new Float64Array(
r).fill(1/0),h=new Float64Array(o);for(;l.length<t;){let p=l[l.length-1]*o;for(let f=0;f<r;f++){for(let m=0;m<
o;m++)h[m]=(a[f*o+m]-a[p+m])**2;c[f]=Math.min(c[f],Y(h))}let u=Y(c);if(u>0){let f=c.map(m=>m/u);l.push(e.choice(
r,f))}else{let f=Array.from({length:r},(m,d)=>d).filter(m=>!l.includes(m));l.push(f[e.integers(f.length)])}}return Ce(
s,Fe(s,l))}function bo(s,t,e){let n=Ht(s,e.dirichletOfOnes(t,s.N),t,0),r=Xt(s);return ys(n,t,s.D,o=>.001*r[o]),
n}function Po({D:s},t,e){return ws(e.standardNormal(t*s),new Float64Array(s).fill(1))}function Mo(s,t,e){let n=e.
integers(s.N);return Ce(s,Fe(s,Array(t).fill(n)))}function Fe({X:s,D:t},e){return Float64Array.from({length:e.
length*t},(n,r)=>s[e[Math.floor(r/t)]*t+r%t])}function Ce(s,t){return ws(t,Xt(s))}function ws(s,t){let e=t.length,
n=s.length/e,r=new Float64Array(M(n,e)).fill(1/n,0,n);return r.set(s,n),ys(r,n,e,o=>t[o]),r}function ys(s,t,e,n){
let r=t+t*e;for(let o=0;o<t;o++)for(let i=0;i<e;i++)s[r+i]+=n(i),r+=i+1}function Zt(s,t){let e=s.n_components;if(s.start===z){if(s.own_start.length===M(e,t.D))return Float64Array.from(
s.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return gs(s.start,t,e,s.seed,t.start)}var Vt=class{constructor(t){this.tell=t,this.data=null,this.running=null,this.table=null}take(t){if(t.kind==="\
data")this.data=t.data,this.running=this.table=null;else if(t.kind==="stop")this[t.what==="run"?"running":"tab\
le"]=null;else if(this.data&&t.kind==="run"){let{key:e,K:n,row:r,regCovar:o,maxIter:i}=t;this.running={key:e,run:ht(
this.data,r,n,{regCovar:o,maxIter:i})}}else this.data&&t.kind==="table"&&(this.table=new je(t,this.data))}get isIdle(){
return!this.running&&!this.table}work(t){let e=performance.now()+t;for(this.running&&this._workOnRun(e);!this.
running&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(t){if(!this.running)return;let{key:e,
run:n}=this.running;ft(n,t),n.ended!=="running"&&(this.running=null),this.tell({kind:"run",key:e,run:Ao(n)})}_workOnTable(t){
let{table:e}=this;if(!e)return;let{key:n}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:n});
return}let r=e.work(t);r&&this.tell({kind:"row",key:n,...r})}},je=class{constructor(t,e){this.order=t,this.data=
e;let n=t.choice.n_components,r=[n,...t.counts.filter(o=>o!==n)];this.open=r.flatMap(o=>t.seeds.map(i=>({K:o,seed:i}))),
this.ended=new Map,this.run=null}work(t){let{order:e,data:n}=this,{K:r,seed:o}=this.open[0],{reg_covar:i}=e.choice;
if(!this.run){if(r>n.N)return this.open.shift(),null;let c=Zt({...e.choice,n_components:r,seed:o},n);this.run=
ht(n,c,r,{regCovar:i,maxIter:e.maxIter})}let a=ft(this.run,t);if(a.ended==="running")return null;let l=this.ended.
get(r)??new Map;return this.ended.set(r,l.set(o,a)),this.run=null,this.open.shift(),{n_components:r,row:Vn(l,n,
i)}}};function Ao(s){return{...s,params:s.params.slice(),nll:s.nll.slice(),rises:[...s.rises]}}var vo=5,No=12,te=class{constructor(t){this.hear=t,this.orders=new Map,this.bench=new Vt(t),this.timer=0,this.
worker=this._makeWorker()}_makeWorker(){try{let t=URL.createObjectURL(new Blob([Qn],{type:"text/javascript"})),
e=new Worker(t);return URL.revokeObjectURL(t),e.onmessage=({data:n})=>this.hear(n),e.onerror=()=>this._workHere(),
e}catch{return null}}_workHere(){this.worker=null;for(let t of this.orders.values())this._take(t)}give(t){t.kind===
"data"&&this.orders.clear();let e=t.kind==="stop"?t.what:t.kind;this.orders.delete(e),this.orders.set(e,t),this.
worker?this.worker.postMessage(t):this._take(t)}_take(t){this.bench.take(t),!this.timer&&!this.bench.isIdle&&this.
_later()}_later(){this.timer=window.setTimeout(()=>{this.bench.work(vo),this.timer=0,this.bench.isIdle||this._later()},
No)}close(){this.worker?.terminate(),this.bench.take({kind:"stop",what:"run"}),this.bench.take({kind:"stop",what:"\
table"})}};var To=10,Eo=40,ee=class{constructor(t,e,n){this.datasets=t,this.maxIter=e,this.hear=n,this.traces=new Map,this.
behind=new te(r=>this._heard(r)),this.told=null,this.followed=""}of(t){let e=k(t),n=this.traces.get(e);if(!n){
let r=this.datasets.of(t);n=this.from(Zt(t,r),r,t,To)}return this.traces.delete(e),this.traces.set(e,n),this.traces.
size>Eo&&this.traces.delete(this.traces.keys().next().value),n}from(t,e,n,r){let o=performance.now()+r,i={regCovar:n.
reg_covar,maxIter:this.maxIter},a=ft(ht(e,t,n.n_components,i),o);return new H(a,e,n.reg_covar)}follow(t){let e=this.
of(t),n=e.isRunning?k(t):"";if(n===this.followed)return;if(this.followed=n,!e.isRunning){this.behind.give({kind:"\
stop",what:"run"});return}this._tellData(e.data);let{reg_covar:r,n_components:o}=t;this.behind.give({kind:"run",
key:n,K:o,row:e.rowAt(0).slice(),regCovar:r,maxIter:this.maxIter})}compare(t,e,n){this._tellData(this.datasets.
of(t)),this.behind.give({kind:"table",key:V(t),choice:t,counts:e,seeds:n,maxIter:this.maxIter})}stopComparing(){
this.behind.give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:n,D:r,
start:o}=t;this.behind.give({kind:"data",data:{X:e,N:n,D:r,start:o}})}_heard(t){if(t.kind==="run"){let e=this.
traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="running")return;e.run=t.run}this.hear(t)}forget(){
this.traces.clear(),this.told=null,this.followed=""}close(){this.behind.close()}};var Oo=200,xs="This is the run so far.",ne=class{constructor(t,e,{datasets:n,own:r}){this.app=t,this.options=e,
this.own=r,this.runs=new ee(n,e.max_iter,o=>this._heard(o)),this.waiting=new Gt(t.layout.element,t.layout.problem),
this.remark="",this.compared="",this.shown=null,this.isAtEnd=!1,this.touched=this.asking=0,this.isClosed=!1,this.
answered=o=>this._answered(o),r?.listeners.add(this.answered)}close(){this.isClosed=!0,this.own?.listeners.delete(
this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking)}load(t=""){let{scene:e,layout:n,
drag:r}=this.app;if(this.remark=t,this.touched=performance.now(),r.letGo(),n.showChoice(e.choice),this.waiting.
end(),clearTimeout(this.asking),e.isEmpty){this._showNothing();return}try{this.own?this._loadOwn(this.own):(this.
_show(this.runs.of(e.choice)),this.runs.follow(e.choice)),this.compare()}catch(o){this._showProblem(o.message)}}has(t){
return!this.own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){this.runs.forget(),this.own?.answers.
clear(),this.compared="",this.load()}_loadOwn(t){let{choice:e,canRun:n}=this.app.scene,r=t.of(e);if(r&&"proble\
m"in r){this._showProblem(r.problem);return}r&&this._show(r.trace),!(r&&!r.trace.isRunning&&!r.trace.data.isPart)&&
(n?(this.waiting.begin(r&&xs),t.ask(e)):r||this._showProblem(ct))}_answered(t){let{choice:e}=this.app.scene;if(this.
isClosed||k(t)!==k(e))return;this.waiting.end();let n=this.own?.of(e);if(!n)return;if("problem"in n){this._showProblem(
n.problem);return}if(this._show(n.trace),!n.trace.isRunning)return;this.waiting.begin(xs);let r=Math.max(this.
touched+Oo-performance.now(),0);this.asking=window.setTimeout(()=>this.own?.ask(this.app.scene.choice),r)}_heard(t){
let{scene:e,layout:n}=this.app;this.isClosed||(t.kind==="row"&&t.key===V(e.choice)?n.atlas.showRow(t.n_components,
t.row):t.kind==="run"&&t.key===k(e.choice)&&!this.own&&e.trace&&this._show(e.trace))}_show(t){let{scene:e,layout:n,
screen:r}=this.app;e.h=this.isAtEnd?t.last:Math.min(e.h,t.last),e.trace=t,e.data=t.data,e.dragged=null,this.shown=
e.choice,n.problem.textContent="",n.layers.show(t.data),this.showNote(),r.redraw(!0)}_showProblem(t){let{scene:e,
layout:n,screen:r,player:o}=this.app;o.pause(),e.dragged=null;let i=e.trace?" Still showing the previous pictu\
res.":"";n.problem.textContent=t[0].toUpperCase()+t.slice(1)+i,r.redraw()}_showNothing(){let{scene:t,layout:e,
screen:n,player:r}=this.app;r.pause(),t.trace=t.data=t.dragged=null,t.h=0,e.problem.textContent="",e.note.textContent=
lt,e.own.open(),n.redraw(!0)}showNote(){let{scene:t,layout:e,limits:n}=this.app,r=[this.remark,t.data?.note,t.
trace?.judged.ridge,n.reason];e.note.textContent=r.filter(Boolean).join(" ")}compare(){let{scene:t,layout:e}=this.
app,{atlas:n}=e,r=V(t.choice);if(!(n.element.hidden||r===this.compared)){if(this.compared=r,t.choice.start===z){
this.runs.stopComparing(),n.clear("A start of your own fits one K only: there are no other runs to compare it \
with.");return}n.clear(this.own?"These are the runs of the right E- and M-step.":""),this.runs.compare(t.choice,
this.options.counts,this.options.seeds)}}toggleAtlas(){let{atlas:t}=this.app.layout;return t.element.hidden=!t.
element.hidden,this.compared="",t.element.hidden?this.runs.stopComparing():this.compare(),!t.element.hidden}};var ko=500,se=class{constructor(t,e,n){this.layout=t,this.screen=e,this.say=n,this.sizes=new ResizeObserver(()=>this.
resize());for(let r of t.panels)this.sizes.observe(r);this.themes=new MutationObserver(()=>this.restyle()),this.
themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-scheme: dark)"),this.changed=
()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.pixels=setInterval(()=>this.ratio!==
window.devicePixelRatio&&this.resize(),ko),t.element.addEventListener("click",r=>this._refocus(r))}close(){this.
sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",this.changed),clearInterval(
this.pixels)}resize(){this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:n,panels:r}=this.layout;
for(let[o,i]of[e,n].entries()){let{clientWidth:a,clientHeight:l}=r[o],[c,h]=[Math.round(a*t),Math.round(l*t)];
!c||!h||i.width===c&&i.height===h||(i.width=c,i.height=h)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){
let{element:t,left:e,stage:n}=this.layout;if(!t.isConnected||!e.clientWidth)return;let r=kn(n,e.width/e.clientWidth);
t.style.setProperty("--emx-e",r.E),t.style.setProperty("--emx-m",r.M),t.style.setProperty("--emx-badge-ink",r.
dark?"#000":"#fff"),this.screen.look=r,this.screen.redraw()}toggleLarge(){let t=this.layout.element.classList.
toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){let t=()=>this.say("\
The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():this.layout.
element.requestFullscreen?.().catch(t)}_refocus(t){let n=t.target.closest?.("button, canvas, input[type=checkb\
ox], input[type=range]");t.detail>0&&n&&!n.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus({preventScroll:!0})}};var Lo="data-lm-suppress-shortcuts",Io=".jp-Cell";var Re={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],f:["fullscreen"],Escape:["leave"]},_o=["ArrowRight","Arrow\
Left","ArrowUp","ArrowDown","Home","End"];function bs({tag:s="",type:t=""}){return s==="INPUT"&&!["checkbox","\
radio","range"].includes(t)}function So({key:s,shiftKey:t,altKey:e,ctrlKey:n,metaKey:r}){return!!(n||r||s==="E\
nter"&&(t||e))}function zo(s,t={},e=!1){if(e||!Object.hasOwn(Re,s))return null;if(s==="Escape")return Re[s];let{
tag:n="",type:r=""}=t;if(bs(t)||n==="SELECT"||n==="TEXTAREA")return null;let o=["BUTTON","SUMMARY"].includes(n)||
n==="INPUT"&&r!=="range";return s===" "&&o||_o.includes(s)&&r==="range"?null:Re[s]}var re=class{constructor(t,e,n,r){
this.element=t,this.stage=e,this.options=n,this.app=r,t.addEventListener("keydown",o=>this._pressed(o)),this.lend=
o=>t.contains(o.target)&&this._lend(o),window.addEventListener("keydown",this.lend,!0)}close(){window.removeEventListener(
"keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:n,altKey:r,ctrlKey:o,metaKey:i}=t,a=t.target,l=So(t);if(a.
toggleAttribute(Lo,!l),!(l&&e==="Enter"&&bs({tag:a.tagName,type:a.type})))return;t.preventDefault(),t.stopImmediatePropagation();
let{stage:c}=this;c.focus();let h={key:e,code:"Enter",keyCode:13,shiftKey:n,altKey:r,ctrlKey:o,metaKey:i};c.dispatchEvent(
new KeyboardEvent("keydown",{...h,bubbles:!0,cancelable:!0}))}_leave(){if(document.fullscreenElement)return;let t=this.
element.closest(Io);t instanceof HTMLElement?t.focus():document.activeElement?.blur()}_pressed(t){let{tagName:e,
type:n}=t.target,r=t.ctrlKey||t.metaKey||t.altKey,o=zo(t.key,{tag:e,type:n},r);if(!o)return;t.preventDefault(),
t.stopPropagation();let[i,...a]=o;this._do(i,...a)}_change(t,e){let{options:n}=this;if(!n.controls.includes(t))
return;let r=t==="seed"?n.seeds:n.counts,o=this.app.scene.choice[t]+e;r.includes(o)&&this.app.choose({[t]:o})}_do(t,...e){
let{app:n}=this;({move:o=>n.move(o),first:()=>n.go(0),last:()=>n.go(1/0),play:()=>n.player.toggle(),change:(o,i)=>this.
_change(o,i),faster:o=>n.player.faster(o),fullscreen:()=>n.surroundings.toggleFullScreen(),leave:()=>this._leave()})[t](
...e)}};var Fo=500,oe=class{constructor(t,e){this.app=t;let n=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=n?Math.min(e,1):e,this.stepped=0}get isPlaying(){return this.app.scene.isPlaying}toggle(){this.isPlaying?
this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;e.trace&&(e.h===e.trace.last&&t.go(0),e.isPlaying=
!0,this.stepped=performance.now(),t.redraw())}pause(){this.isPlaying&&(this.app.scene.isPlaying=!1,this.app.redraw())}faster(t){
let e=X.findIndex(n=>n>=this.speed);this.app.setSpeed(X[Math.min(Math.max(e+t,0),X.length-1)])}advance(t){if(!this.
isPlaying)return;let{scene:e}=this.app,n=Math.floor((t-this.stepped)*this.speed/1e3+.05);if(n<1)return;this.stepped=
t-this.stepped>Fo?t:this.stepped+n*1e3/this.speed,this.app.go(e.h+n);let{trace:r,h:o,canRun:i}=e;r&&o===r.last&&
(!r.isRunning||!i)&&(e.isPlaying=!1)}};var Co=12,pt=class{constructor(t,e,n,{onchoice:r=()=>{},onview:o=()=>{}}={}){this.options=t,this.onchoice=r,this.
onview=o,this.scene=new Lt(e,t.half_step,t.layers),this.startBefore=t.starts.find(i=>i!==z),this.player=new oe(
this,t.speed),this.layout=new Ot(t,this),this.element=this.layout.element,this.screen=new Bt(this.layout,this.
scene,i=>this.player.advance(i)),this.limits=new kt(this.layout,()=>this.showing.showNote()),this.drag=new vt(
this.layout.left,this),this.showing=new ne(this,t,n),hn(this.layout.right,i=>this.screen.chart.halfStepAt(i),i=>this.
jump(i)),this.keyboard=new re(this.element,this.layout.stage,t,this),this.surroundings=new se(this.layout,this.
screen,i=>this.say(i)),Object.assign(this.element,{explorer:this}),this.showing.load()}close(){this.player.pause(),
this.showing.close(),this.screen.close(),this.keyboard.close(),this.surroundings.close(),this.layout.status.close()}choose(t){
let e=this.scene.choice,n={...e,...t},r="";if(n.n_components!==e.n_components&&n.start===z&&!t.own_start&&(n.start=
this.startBefore,r=`Your own start has another K: EM starts from ${n.start} again.`),t.data===A&&!t.own_points&&
this.layout.own.fit(n),!this.showing.has(n)){this.layout.showChoice(e),this.say(ct);return}n.start!==z&&(this.
startBefore=n.start),this.scene.choice=n,this.showing.load(r),this.onchoice(n)}adopt(t){JSON.stringify(t)!==JSON.
stringify(this.scene.choice)&&(this.scene.choice=t,this.showing.load())}say(t){this.layout.said.textContent=t}setLayers(t){
Object.assign(this.scene.layers,t),this.redraw()}dragTo(t){let{scene:e,showing:n}=this,{data:r,choice:o}=e;e.dragged=
t&&r?n.runs.from(t,r,o,Co):null,this.redraw()}startFrom(t){this.scene.h=Math.min(this.scene.h,1),this.showing.
isAtEnd=!1,this.choose({start:z,own_start:Array.from(t)})}go(t){let{scene:e,showing:n}=this;e.trace&&(n.touched=
performance.now(),e.h=Math.min(Math.max(t,0),e.trace.last),n.isAtEnd=e.h>1&&e.h===e.trace.last,this.screen.redraw(
!0))}jump(t){this.player.pause(),this.go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){this.player.speed=t,
this.layout.transport.showSpeed(t)}redraw(){this.screen.redraw()}setKernel(t){this.limits.isAlone=!t;let{own:e,
shown:n}=this.showing;!e||t===this.scene.canRun||(this.scene.canRun=t,this.limits.ofKernel(t),this.showing.waiting.
end(),t||!n?this.showing.load():e.of(this.scene.choice)?this.redraw():(this.choose(n),this.say(ct)))}get view(){
let{h:t,layers:e}=this.scene;return{half_step:t,layers:e,speed:this.player.speed,large:this.layout.isLarge}}settled(){
this.onview(this.view),this.limits.keepStills()}};var jo=["dead","terminating"];async function Ps(s,t,e){let n=s.widget_manager,r=await Ro(n,t),o=n?.context?.sessionContext??
n?.kernel,[i,a,l,c]=[0,0,!1,!1],h=y=>{c=y,e(y)},p=()=>!!o?.statusChanged&&(!n.kernel||jo.includes(n.kernel.status)),
u=()=>{r?.comm_live!==!1&&!p()||(l=!1,h(!0))},f=y=>{typeof y=="number"&&(a=Math.max(a,y)),h(!1)},m=y=>{y.content.
execution_state==="idle"&&(l=!1,setTimeout(()=>a>=i||l||h(!0),100))},d=()=>{if(u(),!(l||p())){l=!0,i+=1;try{s.
send(i,{iopub:{status:m}})}catch{l=!1,h(!0)}}},w=[o?.statusChanged,o?.kernelChanged].filter(Boolean);s.on("msg\
:custom",f),r?.on("comm_live_update",u);for(let y of w)y.connect(u);return d(),{ask:d,stop:()=>{s.off("msg:cus\
tom",f),r?.off("comm_live_update",u);for(let y of w)y.disconnect(u)},isGone:()=>c}}async function Ro(s,t){return s?.
get_model?.(t)?.catch(()=>null)}var qo=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,Ko="gmm_helpers.",$o="application/vnd.jupyter.widget-state+json",Bo="\
application/vnd.jupyter.widget-view+json",Go="Error displaying widget: model not found";function As(s){let t=s?.context?.model,e=s?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(s,"get_state_sync"))return;
let n=s.get_state_sync.bind(s);s.get_state_sync=r=>{let o=[...e.values()].filter(i=>!i.comm_live);for(let i of o)
i._comm_live=!0;try{let i=n(r),a=new Set(o.map(l=>l.model_id));return{...i,state:Do(i.state,t.toJSON().cells,a)}}finally{
for(let i of o)i._comm_live=!1}},Wo(s,async()=>{Uo(s,document),await Ho(s)})}function Wo(s,t){let e=0,n=()=>{clearTimeout(
e),e=setTimeout(t,1e3)};s.restored?.connect(n),n()}function Uo(s,t){let e=s.context?.model?.cells;for(let n of t.
querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!n.textContent.startsWith(Go))continue;
let r=n.closest("[data-windowed-list-index]"),o=r&&e?.get(Number(r.dataset.windowedListIndex))?.outputs;for(let i=0;i<
(o?.length??0);i++){let a=o.get(i).toJSON();s.has_model(a.data?.[Bo]?.model_id)&&o.set(i,a)}}}async function Ho(s){
let{context:t}=s;if(!t?.model?.dirty)return;let e={type:"notebook",format:"json",content:!0},n=await t._manager?.
contents?.get(t.path,e).catch(()=>null);if(!n?.content||!s.context?.model)return;let r=t.model.toJSON(),o={[$o]:s.
get_state_sync({drop_defaults:!0})},i={...r,metadata:{...r.metadata,widgets:o}};Ms(i)===Ms(n.content)&&(t.model.
dirty=!1)}function Ms(s){return JSON.stringify(s,(e,n)=>{if(e!=="trusted")return Object.prototype.toString.call(
n)!=="[object Object]"?n:Object.fromEntries(Object.entries(n).sort(([r],[o])=>r<o?-1:1))})}function Do(s,t,e){
let n=new Set,r=[JSON.stringify(t)];for(let a of r)for(let[,l]of a.matchAll(qo))!(l in s)||n.has(l)||(n.add(l),
r.push(JSON.stringify(s[l].state)));let o=a=>String(s[a].state._anywidget_id).startsWith(Ko),i=([a])=>n.has(a)||
!(e.has(a)||o(a));return Object.fromEntries(Object.entries(s).filter(i))}var qe=new Map;function vs(s,t,e){let n=new $t;n.take(s.datasets),n.take(s.own_data);let r=t?new Wt(n,e):null;
return r&&s.own_run.byteLength&&r.takeKept(s.own_run),{datasets:n,own:r}}function Ns({model:s}){let{key:t,has_own_steps:e}=s.
get("options"),n={datasets:s.get("_datasets"),own_data:s.get("_own_data"),own_run:s.get("_own_run")},r=vs(n,e,
o=>s.send(o));return r.own&&s.on("msg:custom",r.own.hear.bind(r.own)),qe.set(t,r),As(s.widget_manager),()=>qe.
delete(t)}async function Ts({model:s,el:t}){let e=()=>Object.fromEntries(Nt.map(m=>[m,s.get(m)])),n={...s.get(
"options"),...s.get("view")},r=null,o=await Ps(s,n.key,m=>r?.setKernel(!m)),i=qe.get(n.key),a=!1,l=m=>{a=!0;for(let[
d,w]of Object.entries(m))s.set(d,w);a=!1,o.ask(),o.isGone()||s.save_changes()},c="",h=new pt(n,e(),i,{onchoice:l,
onview:m=>{JSON.stringify(m)!==c&&l({view:JSON.parse(c=JSON.stringify(m))})}});r=h,c=JSON.stringify(h.view),n.
problem&&(h.layout.problem.textContent=n.problem);let p=0,u=()=>{a||(clearTimeout(p),p=window.setTimeout(()=>h.
adopt(e()),0))};for(let m of Nt)s.on(`change:${m}`,u);t.classList.add("emx-host"),t.append(h.element),h.surroundings.
resize(),h.setKernel(!o.isGone()),h.element.addEventListener("focusin",o.ask);let f=Jo(s,i.datasets,h);return()=>{
o.stop(),f(),clearTimeout(p);for(let m of Nt)s.off(`change:${m}`,u);h.close()}}function Jo(s,t,e){if(!t.isPart)
return()=>{};let n=Math.random().toString(36).slice(2),r=(o,i)=>{o?.request===n&&(t.take(i[0]),e.showing.forget())};
s.on("msg:custom",r);try{s.send({client:"",request:n,what:"data"})}catch{}return()=>s.off("msg:custom",r)}function Yo({
options:s,config:t,blocks:e},n){let r=Object.fromEntries(Object.entries(e).map(([a,l])=>[a,Sn(l)])),o=vs(r,s.has_own_steps,
null),i=new pt(s,t,o);return n.append(i.element),i.surroundings.resize(),i.setKernel(!1),i}var yc={initialize:Ns,render:Ts};export{yc as default,Yo as open};
